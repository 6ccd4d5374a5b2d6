import { Button, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { storyFrames } from '../../../core/screens/frames';
import { findUseCase, readStory } from '../../../core/screens/readStory';
import { type Storyboard, type StoryFrame, storyFrameLimit } from '../../../core/screens/storyboard';
import { moveItem, toStoryboard } from '../../../core/screens/storyboardChanges';
import classes from './Arrange.module.css';
import { FrameRow } from './FrameRow';

export interface StoryboardEditorProps {
  content: Pick<NarrativeContent, 'parts' | 'screens' | 'storyboards'>;
  useCase: string;
  /** Null: the frames shall follow the text again. */
  onKeep: (board: Storyboard | null) => void;
  onClose: () => void;
}

/** The frames of a use case: their captions, order, steps and screens. Nothing changes before they are kept. */
export function StoryboardEditor({ content, useCase, onKeep, onClose }: StoryboardEditorProps) {
  const steps = useMemo(() => {
    const node = findUseCase(content, useCase);
    return node ? readStory(node).steps : [];
  }, [content, useCase]);
  const [frames, setFrames] = useState<StoryFrame[]>(() => storyFrames(content, useCase));
  const change = (index: number, patch: Partial<StoryFrame>) =>
    setFrames(frames.map((frame, at) => (at === index ? { ...frame, ...patch } : frame)));
  const add = () => {
    const id = crypto.randomUUID();
    setFrames([...frames, { id, beat: 'doing', caption: '', step: '', screen: '' }]);
  };
  const keep = (board: Storyboard | null) => {
    onKeep(board);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size={920} title="Arrange the storyboard">
      <p className={classes.lede}>
        Six to eight frames tell a story well: how it begins, the first use, how it is solved, what brings
        them back.
      </p>
      <ol className={classes.rows} aria-label="Frames">
        {frames.map((frame, index) => (
          <FrameRow
            key={frame.id}
            frame={frame}
            number={index + 1}
            count={frames.length}
            steps={steps}
            screens={content.screens}
            onChange={(patch) => change(index, patch)}
            onMove={(by) => setFrames(moveItem(frames, index, index + by))}
            onRemove={() => setFrames(frames.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <Button
        variant="subtle"
        leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
        disabled={frames.length >= storyFrameLimit}
        onClick={add}
      >
        Add a frame
      </Button>
      <footer className={classes.foot}>
        {Object.hasOwn(content.storyboards, useCase) && (
          <Button variant="subtle" onClick={() => keep(null)}>
            Follow the text again
          </Button>
        )}
        <span />
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={() => keep(frames.length === 0 ? null : toStoryboard(useCase, frames))}>
          Keep this order
        </Button>
      </footer>
    </Modal>
  );
}
