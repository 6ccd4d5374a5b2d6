import { Button, Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DrawerItem } from '../../../core/drawer/drawerItem';
import { placeName } from '../../../core/facts/placeName';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { nearTime } from '../../ui/dates';
import classes from './Drawer.module.css';

/** What can be done with parked words. */
export interface DrawerActions {
  onPutBack: (item: DrawerItem) => void;
  /** Absent where no text is open with a caret in it. */
  onPutAtCaret?: (item: DrawerItem) => void;
  onDealtWith: (item: DrawerItem, isDealtWith: boolean) => void;
}

/** Words that wait in the drawer, where they came from, and the way back. */
export function ParkedItem(props: DrawerActions & { content: NarrativeContent; item: DrawerItem }) {
  const { content, item, onPutBack, onPutAtCaret, onDealtWith } = props;
  const [isDone, setDone] = useState(item.dealtWithAt !== undefined);
  // The record comes back a moment later, and may be ticked in another window.
  useEffect(() => setDone(item.dealtWithAt !== undefined), [item.dealtWithAt]);
  const short = item.text.length > 60 ? `${item.text.slice(0, 60)}…` : item.text;
  return (
    <li className={classes.item} data-done={isDone || undefined}>
      <p className={classes.words}>{item.text}</p>
      <p className={classes.origin}>
        From {placeName(content, item.from)}, moved {nearTime(new Date(item.movedAt), new Date())}
        {item.movedBy === '' ? '' : ` by ${item.movedBy}`}
      </p>
      <div className={classes.actions}>
        <Checkbox
          size="xs"
          label="Dealt with"
          aria-label={`Dealt with: ${short}`}
          checked={isDone}
          onChange={(event) => {
            setDone(event.currentTarget.checked);
            onDealtWith(item, event.currentTarget.checked);
          }}
        />
        <Button
          size="xs"
          variant="subtle"
          aria-label={`Put it back: ${short}`}
          onClick={() => onPutBack(item)}
        >
          Put it back
        </Button>
        {onPutAtCaret && (
          <Button
            size="xs"
            variant="subtle"
            aria-label={`Put it at the caret: ${short}`}
            // The caret is where it was as long as the text keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPutAtCaret(item)}
          >
            Put it at the caret
          </Button>
        )}
      </div>
    </li>
  );
}
