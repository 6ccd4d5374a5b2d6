import { partDefinitions, partKeys } from '../../../core/narrative/parts';
import type { PartReviews } from '../../../core/review/signOff/readPartReviews';
import classes from './Feasibility.module.css';

/** Says above the part what was changed after the review that opened it. It stays open: nothing written is locked away. */
export function ChangedSince({ reviews }: { reviews: PartReviews }) {
  const changed = partKeys.filter((part) => part !== 'feasibility' && reviews[part].isChangedSinceReview);
  if (changed.length === 0) return null;
  return (
    <div className={classes.reason} role="note" aria-label="Changed since the review">
      <p className={classes.reasonHead}>Changed since the review that this part builds on</p>
      <p>{changed.map((part) => partDefinitions[part].title).join(', ')}. Does what stands here still fit?</p>
    </div>
  );
}
