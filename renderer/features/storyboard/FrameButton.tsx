import type { ToldFrame } from '../../../core/screens/frames';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { beatQuestions } from './beatWords';
import { FrameThumb } from './FrameThumb';
import { pictureOf } from './framePicture';
import classes from './Storyboard.module.css';

export interface FrameButtonProps {
  frame: ToldFrame;
  number: number;
  screens: Readonly<Record<string, ScreenRecord>>;
  isCurrent: boolean;
  onOpen: () => void;
}

/** One frame of the strip. A place where nobody wrote anything asks its question. */
export function FrameButton({ frame, number, screens, isCurrent, onOpen }: FrameButtonProps) {
  const picture = pictureOf(frame, screens);
  const isBlank = frame.caption === '';
  return (
    <button
      type="button"
      className={classes.frame}
      data-blank={(isBlank && picture.kind === 'words') || undefined}
      aria-current={isCurrent ? 'step' : undefined}
      onClick={onOpen}
    >
      <span className={classes.thumb} aria-hidden>
        <FrameThumb picture={picture} beat={frame.beat} />
      </span>
      <span className={classes.caption}>
        <span className="dl-hidden">{`Frame ${number}: `}</span>
        {isBlank ? beatQuestions[frame.beat] : frame.caption}
      </span>
    </button>
  );
}
