import { Button } from '@mantine/core';
import { inDrawerOrder } from '../../../core/drawer/drawerOrder';
import type { FactPlace } from '../../../core/facts/factPlace';
import { placeName } from '../../../core/facts/placeName';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { EmptyState } from '../../ui/EmptyState';
import { Sheet } from '../../ui/Sheet';
import classes from './Drawer.module.css';
import { type DrawerActions, ParkedItem } from './ParkedItem';

export interface DrawerSheetProps extends DrawerActions {
  content: NarrativeContent;
  /** Sentences in the customer's parts that speak of how it is built. */
  technical: readonly FactPlace[];
  /** The key of the move, as people read it. */
  moveKeys: string;
  onShow: (place: FactPlace) => void;
  onMove: (place: FactPlace) => void;
}

const lede = 'Thoughts on how to build it, parked until their turn: the agenda of the feasibility part.';

/** Everything about how it is built that waits for its turn, and what in the text could join it. */
export function DrawerSheet(props: DrawerSheetProps) {
  const { content, technical, moveKeys, onShow, onMove } = props;
  const items = inDrawerOrder(content.drawer);
  return (
    <Sheet title="“How” drawer" lede={lede}>
      {items.length === 0 ? (
        <EmptyState
          line="Nothing is parked."
          quiet={`${moveKeys} moves the selection, or the sentence with the caret, into the drawer.`}
        />
      ) : (
        <ul aria-label="Parked">
          {items.map((item) => (
            <ParkedItem key={item.id} {...props} item={item} />
          ))}
        </ul>
      )}
      {technical.length > 0 && (
        <section className={classes.offers} aria-label="Found in the text">
          <h2>Would a customer say it so?</h2>
          <p className={classes.why}>
            These sentences speak of how it is built, where customers read. Moving one loses nothing: it waits
            here.
          </p>
          <ul>
            {technical.map((place) => (
              <li key={`${place.part} ${place.section} ${place.from}`} className={classes.item}>
                <p className={classes.words}>{place.sentence}</p>
                <p className={classes.origin}>{placeName(content, place)}</p>
                <div className={classes.actions}>
                  <Button size="xs" variant="default" onClick={() => onMove(place)}>
                    Move it here
                  </Button>
                  <Button size="xs" variant="subtle" onClick={() => onShow(place)}>
                    Show it
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Sheet>
  );
}
