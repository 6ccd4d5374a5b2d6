import { ActionIcon, Button, Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { playedFrames, type ToldFrame } from '../../../core/screens/frames';
import { findUseCase, readStory } from '../../../core/screens/readStory';
import { StoryControls } from './StoryControls';
import classes from './StoryPlayer.module.css';
import { StoryStage } from './StoryStage';
import { type StoryWalk, useStory } from './useStory';

export interface StoryPlayerProps {
  content: Pick<NarrativeContent, 'parts' | 'screens' | 'storyboards'>;
  /** Id of the use case that is played. */
  useCase: string;
  /** Closes the story and goes to a step in the text. */
  onGo: (step: string) => void;
  onClose: () => void;
}

/** A use case played frame by frame over the whole window: arrow keys, or places on its screens that lead on. */
export function StoryPlayer({ content, useCase, onGo, onClose }: StoryPlayerProps) {
  const { parts, screens, storyboards } = content;
  const frames = useMemo(
    () => playedFrames({ parts, screens, storyboards }, useCase),
    [parts, screens, storyboards, useCase],
  );
  const node = findUseCase(content, useCase);
  const title = (node && readStory(node).title) || 'A story without a title';
  const walk = useStory(frames);
  const frame = frames[walk.index];
  const player = useRef<HTMLDivElement>(null);
  useKeptFocus(player, walk);
  return (
    <Modal
      opened
      fullScreen
      padding={0}
      withCloseButton={false}
      onClose={onClose}
      classNames={{ content: classes.window ?? '', body: classes.body ?? '' }}
    >
      <section
        ref={player}
        aria-label="Story"
        tabIndex={-1}
        className={classes.player}
        onKeyDown={(event) => walkByKey(event, walk, frames)}
      >
        <header className={classes.header}>
          <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
          {frame && frame.step !== '' && (
            <Button variant="subtle" size="xs" onClick={() => onGo(frame.step)}>
              Go to this step
            </Button>
          )}
          <ActionIcon variant="subtle" aria-label="Close the story" onClick={onClose}>
            <IconX size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </header>
        {frame ? (
          <StoryStage frame={frame} count={frames.length} walk={walk} screens={screens} />
        ) : (
          <p className={classes.nothing}>This story has no words yet, so there is nothing to play.</p>
        )}
        <StoryControls frames={frames} walk={walk} />
      </section>
    </Modal>
  );
}

/** What had the focus may go with its frame; the keys must go on working. */
function useKeptFocus(player: RefObject<HTMLElement | null>, { index, aside }: StoryWalk): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after every move
  useEffect(() => {
    if (document.activeElement === document.body) player.current?.focus();
  }, [player, index, aside]);
}

function walkByKey(event: KeyboardEvent, walk: StoryWalk, frames: readonly ToldFrame[]): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  // A button that has the focus keeps its own key.
  if (event.key === ' ' && event.target instanceof Element && event.target.closest('button')) return;
  const move = moveOf(event.key, walk, frames.length - 1);
  if (!move) return;
  event.preventDefault();
  event.stopPropagation();
  move();
}

function moveOf(key: string, walk: StoryWalk, last: number): (() => void) | null {
  switch (key) {
    case 'ArrowRight':
    case ' ':
      return walk.next;
    case 'ArrowLeft':
      return walk.back;
    case 'Home':
      return () => walk.goTo(0);
    case 'End':
      return () => walk.goTo(last);
    default:
      return null;
  }
}
