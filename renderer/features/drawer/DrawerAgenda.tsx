import { inDrawerOrder } from '../../../core/drawer/drawerOrder';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import classes from './Drawer.module.css';
import { type DrawerActions, ParkedItem } from './ParkedItem';

/** What was parked while the other parts were written, above the feasibility part; nothing when nothing was. */
export function DrawerAgenda(props: DrawerActions & { content: NarrativeContent }) {
  const items = inDrawerOrder(props.content.drawer);
  if (items.length === 0) return null;
  const left = items.filter(({ dealtWithAt }) => dealtWithAt === undefined).length;
  return (
    <section className={classes.agenda} aria-label="Parked while you wrote">
      <h2>
        Parked while you wrote:{' '}
        {left === 0 ? 'all dealt with' : `${left} of ${items.length} to be dealt with`}
      </h2>
      <ul>
        {items.map((item) => (
          <ParkedItem key={item.id} {...props} item={item} />
        ))}
      </ul>
    </section>
  );
}
