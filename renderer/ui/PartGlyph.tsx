import {
  type Icon,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleDot,
  IconCircleHalf2,
  IconLock,
} from '@tabler/icons-react';
import type { PartState } from '../../core/narrative/partState';
import classes from './PartGlyph.module.css';

const icons: Readonly<Record<PartState, Icon>> = {
  empty: IconCircleDashed,
  drafted: IconCircleHalf2,
  ready: IconCircleCheck,
  inReview: IconCircleDot,
  reviewed: IconCircleCheckFilled,
  locked: IconLock,
};

/** The sign of a part's state. It always stands beside its word, so it is silent itself. */
export function PartGlyph({ state, size = 18 }: { state: PartState; size?: number }) {
  const Glyph = icons[state];
  return (
    <Glyph size={size} stroke={1.75} className={`${classes.glyph} ${classes[state] ?? ''}`} aria-hidden />
  );
}
