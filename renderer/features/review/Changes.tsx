import { Button } from '@mantine/core';
import type { PartKey } from '../../../core/narrative/parts';
import { ChangeCard } from './ChangeCard';
import classes from './Review.module.css';
import type { ChangeView, ReviewActions, ReviewView } from './reviewView';

interface ChangesProps extends Pick<ReviewActions, 'onShow' | 'onAccept' | 'onReject'> {
  view: ReviewView;
  part: PartKey;
  openId: string | null;
  onOpen: (id: string) => void;
}

/** Changes that wait for a decision, by the file or person they came from; those of the open part first. */
export function Changes(props: ChangesProps) {
  const { view, part } = props;
  if (view.changes.length === 0) return null;
  const inOrder = view.changes.toSorted((a, b) => Number(b.part === part) - Number(a.part === part));
  return (
    <section aria-label="Changes to review">
      {[...groupBySource(inOrder)].map(([source, changes]) => (
        <ChangeGroup {...props} key={source} source={source} changes={changes} />
      ))}
    </section>
  );
}

function ChangeGroup({
  source,
  changes,
  openId,
  onOpen,
  ...actions
}: Omit<ChangesProps, 'view' | 'part'> & { source: string; changes: readonly ChangeView[] }) {
  const now = new Date();
  const placed = changes.filter(({ placement }) => placement.state !== 'orphan');
  return (
    <section aria-label={`Changes from ${source}`}>
      <h3>
        {source} <span className={classes.count}>{changes.length}</span>
      </h3>
      {changes.length > 1 && (
        <div className={classes.acts}>
          <Button
            size="xs"
            variant="default"
            disabled={placed.length === 0}
            onClick={() => actions.onAccept(placed)}
          >
            Accept all {placed.length}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => actions.onReject(changes)}>
            Reject all {changes.length}
          </Button>
        </div>
      )}
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
    </section>
  );
}

function groupBySource(changes: readonly ChangeView[]): Map<string, ChangeView[]> {
  const groups = new Map<string, ChangeView[]>();
  for (const change of changes) {
    const source = change.file || change.by;
    groups.set(source, [...(groups.get(source) ?? []), change]);
  }
  return groups;
}
