import type { PartState } from '../../core/narrative/partState';
import { type PartKey, partKeys } from '../../core/narrative/parts';
import classes from './StateStrip.module.css';

/** Eight small boxes, one for each part. Silent: its sentence stands beside it. */
export function StateStrip({ states }: { states: Record<PartKey, PartState> }) {
  return (
    <div className={classes.strip} aria-hidden>
      {partKeys.map((key) => (
        <span key={key} className={classes[states[key]]} />
      ))}
    </div>
  );
}
