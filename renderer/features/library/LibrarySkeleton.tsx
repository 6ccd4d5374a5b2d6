import { useAfterDelay } from '../../ui/useAfterDelay';
import classes from './LibrarySkeleton.module.css';

/** The desk before its sheets are there; shows itself only when that takes a moment. */
export function LibrarySkeleton() {
  if (!useAfterDelay(true)) return null;
  return (
    <div role="status" aria-label="Reading your narratives">
      <div className={classes.sheet} />
      <div className={classes.cards}>
        <div className={classes.card} />
        <div className={classes.card} />
        <div className={classes.card} />
      </div>
    </div>
  );
}
