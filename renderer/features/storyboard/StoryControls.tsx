import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import type { ToldFrame } from '../../../core/screens/frames';
import { beatQuestions } from './beatWords';
import classes from './StoryPlayer.module.css';
import type { StoryWalk } from './useStory';

/** Back, on, and a bar for every frame. */
export function StoryControls({ frames, walk }: { frames: readonly ToldFrame[]; walk: StoryWalk }) {
  const isAtStart = walk.index === 0 && walk.aside === '';
  const isAtEnd = walk.index >= frames.length - 1 && walk.aside === '';
  return (
    <footer className={classes.controls}>
      {/* Never disabled: a button that goes out under the fingers takes the focus and the keys with it. */}
      <Button
        variant="default"
        leftSection={<IconArrowLeft size={18} stroke={1.75} aria-hidden />}
        aria-disabled={isAtStart || undefined}
        onClick={walk.back}
      >
        {walk.aside === '' ? 'Back' : 'Back to the story'}
      </Button>
      <ol className={classes.bars} aria-label="Frames">
        {frames.map((frame, index) => (
          <li key={frame.id}>
            <button
              type="button"
              aria-label={`Frame ${index + 1}: ${frame.caption || beatQuestions[frame.beat]}`}
              aria-current={index === walk.index ? 'step' : undefined}
              data-told={index <= walk.index || undefined}
              onClick={() => walk.goTo(index)}
            />
          </li>
        ))}
      </ol>
      <Button
        data-autofocus
        rightSection={<IconArrowRight size={18} stroke={1.75} aria-hidden />}
        aria-disabled={isAtEnd || undefined}
        onClick={walk.next}
      >
        Next
      </Button>
    </footer>
  );
}
