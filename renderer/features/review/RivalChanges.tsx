import { ChangeCard } from './ChangeCard';
import type { ChangesProps } from './Changes';
import classes from './Review.module.css';
import type { ChangeView } from './reviewView';

/** Changes to the same words, side by side. Taking one leaves the others to be put away. */
export function RivalChanges({
  changes,
  openId,
  onOpen,
  ...actions
}: ChangesProps & { changes: readonly ChangeView[] }) {
  const now = new Date();
  return (
    <section aria-label="Changes to the same words">
      <h3>
        {changes.length === 2 ? 'Two' : changes.length} changes to the same words{' '}
        <span className={classes.count}>take one, or none</span>
      </h3>
      <div className={classes.rivals}>
        {changes.map((change) => (
          <ChangeCard
            {...actions}
            key={change.id}
            change={change}
            isOpen={change.id === openId}
            now={now}
            onOpen={() => onOpen(change.id)}
          />
        ))}
      </div>
    </section>
  );
}
