import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../core/api/contract';
import type { NarrativeId } from '../../../core/narrative/meta';
import { useAction } from '../../client/useAction';
import { useOperation } from '../../client/useOperation';
import { nearDay } from '../../ui/dates';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { showToast } from '../../ui/showToast';
import { EraseDialog } from './EraseDialog';
import classes from './TrashList.module.css';

type TrashItem = Output<'library.trash'>[number];

/** What was thrown away in the last 30 days; until then everything comes back with one click. */
export function TrashList({ onOpen }: { onOpen: (id: NarrativeId) => void }) {
  const trash = useOperation('library.trash', {});
  const restore = useAction('narratives.restore');
  const [erasing, setErasing] = useState<TrashItem | null>(null);
  const error = trash.error ?? restore.error;

  const putBack = ({ id }: TrashItem) =>
    restore.mutate(
      { id },
      {
        onSuccess: () =>
          showToast({ message: 'Back on the desk', action: { label: 'Open', run: () => onOpen(id) } }),
      },
    );
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void trash.refetch()} />}
      {trash.data?.length === 0 && (
        <div className={classes.empty}>
          <EmptyState line="The trash is empty." />
        </div>
      )}
      {trash.data && trash.data.length > 0 && (
        <ul className={classes.list}>
          {trash.data.map((item) => (
            <TrashRow
              key={item.id}
              item={item}
              onRestore={() => putBack(item)}
              onErase={() => setErasing(item)}
            />
          ))}
        </ul>
      )}
      <EraseDialog item={erasing} onClose={() => setErasing(null)} />
    </>
  );
}

function TrashRow(props: { item: TrashItem; onRestore: () => void; onErase: () => void }) {
  const { heading, trashedAt, erasedOn } = props.item;
  const now = new Date();
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <p className={classes.heading}>{heading}</p>
        <p className="dl-quiet">
          Put here {lowerDay(nearDay(new Date(trashedAt), now))}. Kept at least until{' '}
          {nearDay(new Date(erasedOn), now)}.
        </p>
      </div>
      <Button variant="default" onClick={props.onRestore} aria-label={`Restore “${heading}”`}>
        Restore
      </Button>
      <Button variant="subtle" onClick={props.onErase} aria-label={`Erase now… “${heading}”`}>
        Erase now…
      </Button>
    </li>
  );
}

const lowerDay = (day: string) => (/^(Today|Yesterday)$/.test(day) ? day.toLowerCase() : `on ${day}`);
