import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { type CSSProperties, useMemo } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { itemsOf } from '../../../core/narrative/partState';
import { stringAttr } from '../../../core/narrative/richText';
import { frameOfStep, playedFrames, storyFrames } from '../../../core/screens/frames';
import { FrameButton } from './FrameButton';
import classes from './Storyboard.module.css';

export interface StoryboardStripProps {
  content: Pick<NarrativeContent, 'parts' | 'screens' | 'storyboards'>;
  /** Id of the use case that is told. */
  useCase: string;
  /** Id of the step with the caret; '' outside of steps. */
  current: string;
  /** Goes to a step, or to the use case for a frame between the steps. */
  onGo: (item: string) => void;
  onPlay: () => void;
  onArrange: () => void;
}

/** A use case at a glance, above its text: six to eight frames, each a jump to its step. */
export function StoryboardStrip(props: StoryboardStripProps) {
  const { content, useCase, current, onGo, onPlay, onArrange } = props;
  const { parts, screens, storyboards } = content;
  const story = useMemo(() => {
    const told = { parts, screens, storyboards };
    const cases = itemsOf(parts.experience, 'useCase').map((node) => stringAttr(node, 'id'));
    return {
      frames: storyFrames(told, useCase),
      isPlayable: playedFrames(told, useCase).length > 0,
      active: frameOfStep(told, useCase, current),
      place: `Use case ${cases.indexOf(useCase) + 1} of ${cases.length}`,
    };
  }, [parts, screens, storyboards, useCase, current]);
  if (story.frames.length === 0) return null;
  return (
    <section className={classes.board} aria-labelledby="storyboard-name">
      <header>
        <h2 id="storyboard-name">Storyboard</h2>
        <span>{story.place}</span>
        <Button size="xs" variant="subtle" onClick={onArrange}>
          Arrange
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPlay size={16} stroke={1.75} aria-hidden />}
          disabled={!story.isPlayable}
          onClick={onPlay}
        >
          Play the story
        </Button>
      </header>
      <ol className={classes.frames} style={columnsFor(story.frames.length)}>
        {story.frames.map((frame, index) => (
          <li key={frame.id}>
            <FrameButton
              frame={frame}
              number={index + 1}
              screens={screens}
              isCurrent={index === story.active}
              onOpen={() => onGo(frame.step || useCase)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One row where there is room, two equal ones where there is less; few frames never grow large. */
function columnsFor(count: number): CSSProperties {
  const half = Math.ceil(count / 2);
  const columns = {
    '--columns-wide': count > 8 ? half : Math.max(count, 6),
    '--columns': Math.max(half, 3),
  };
  return columns as CSSProperties;
}
