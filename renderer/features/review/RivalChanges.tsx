import { ChangeCards } from './ChangeCards';
import type { ChangesProps } from './Changes';
import classes from './Review.module.css';
import type { ChangeView } from './reviewView';

/** Changes to the same words, side by side. Taking one leaves the others to be put away. */
export function RivalChanges(props: ChangesProps & { changes: readonly ChangeView[] }) {
  const { length } = props.changes;
  return (
    <section aria-label="Changes to the same words">
      <h3>
        {length === 2 ? 'Two' : length} changes to the same words{' '}
        <span className={classes.count}>take one, or none</span>
      </h3>
      <div className={classes.rivals}>
        <ChangeCards {...props} />
      </div>
    </section>
  );
}
