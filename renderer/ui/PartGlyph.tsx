import {
  type Icon,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleDashedCheck,
  IconCircleDot,
  IconLock,
} from '@tabler/icons-react';
import type { PartState } from '../../core/narrative/partState';
import classes from './PartGlyph.module.css';

const icons: Readonly<Record<PartState, Icon | null>> = {
  empty: IconCircleDashed,
  drafted: null,
  ready: IconCircleCheck,
  inReview: IconCircleDot,
  reviewed: IconCircleCheckFilled,
  locked: IconLock,
};

interface PartGlyphProps {
  state: PartState;
  /** The text was changed after it was signed or reviewed. */
  isLapsed?: boolean;
  size?: number;
}

/** The sign of a part's state. It always stands beside its word, so it is silent itself. */
export function PartGlyph({ state, isLapsed = false, size = 18 }: PartGlyphProps) {
  const Glyph = isLapsed ? IconCircleDashedCheck : (icons[state] ?? HalfRing);
  const look = classes[isLapsed ? 'lapsed' : state] ?? '';
  return <Glyph size={size} stroke={1.75} className={`${classes.glyph} ${look}`} aria-hidden />;
}

/** Tabler's own half circle is hatched, which turns grey at this size. */
function HalfRing({ size, stroke, className }: { size: number; stroke: number; className: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" className={className} aria-hidden="true">
      <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth={stroke} />
      <path d="M12 3a9 9 0 0 0 0 18z" fill="currentColor" />
    </svg>
  );
}
