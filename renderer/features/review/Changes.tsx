import { Button } from '@mantine/core';
import type { PartKey } from '../../../core/narrative/parts';
import { ChangeCards } from './ChangeCards';
import classes from './Review.module.css';
import { RivalChanges } from './RivalChanges';
import type { ChangeView, ReviewActions, ReviewView } from './reviewView';

export interface ChangesProps extends Pick<ReviewActions, 'onShow' | 'onAccept' | 'onReject' | 'onReply'> {
  view: ReviewView;
  part: PartKey;
  openId: string | null;
  onOpen: (id: string) => void;
}

/** Changes by the person they came from, those of the open part first, and those at odds with each other side by side. */
export function Changes(props: ChangesProps) {
  const { part } = props;
  const { changes, decided } = props.view;
  if (changes.length + decided.length === 0) return null;
  const inOrder = changes.toSorted((a, b) => Number(b.part === part) - Number(a.part === part));
  const people = groupByPerson(inOrder);
  const rivals = groupRivals(inOrder);
  return (
    <section aria-label="Changes to review">
      {people.size > 1 && <Decide {...props} changes={inOrder} whose="of everybody" />}
      {rivals.map((group) => (
        <RivalChanges {...props} key={group[0]?.id} changes={group} />
      ))}
      {[...people].map(([person, own]) => (
        <PersonChanges {...props} key={person} person={person} changes={own} />
      ))}
      {decided.length > 0 && (
        <section aria-label="Decided changes">
          <h3>
            Decided <span className={classes.count}>{decided.length}</span>
          </h3>
          <ChangeCards {...props} changes={decided} />
        </section>
      )}
    </section>
  );
}

type GroupProps = ChangesProps & { changes: readonly ChangeView[] };

/** What somebody suggests. Those at odds with others stand above, and are counted here. */
function PersonChanges(props: GroupProps & { person: string }) {
  const { person, changes } = props;
  const alone = changes.filter(({ rivals }) => rivals.length === 0);
  return (
    <section aria-label={`Changes from ${person}`}>
      <h3>
        {person} <span className={classes.count}>{changes.length}</span>
      </h3>
      {changes.length > 1 && <Decide {...props} whose={`of ${person}`} />}
      <ChangeCards {...props} changes={alone} />
    </section>
  );
}

function Decide({ changes, whose, onAccept, onReject }: GroupProps & { whose: string }) {
  const placed = changes.filter(({ placement }) => placement.state !== 'orphan');
  return (
    <div className={classes.acts}>
      <Button
        size="xs"
        variant="default"
        aria-label={`Accept all ${placed.length} ${whose}`}
        disabled={placed.length === 0}
        onClick={() => onAccept(placed)}
      >
        Accept all {placed.length}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        aria-label={`Reject all ${changes.length} ${whose}`}
        onClick={() => onReject(changes)}
      >
        Reject all {changes.length}
      </Button>
    </div>
  );
}

function groupByPerson(changes: readonly ChangeView[]): Map<string, ChangeView[]> {
  const groups = new Map<string, ChangeView[]>();
  for (const change of changes) groups.set(change.by, [...(groups.get(change.by) ?? []), change]);
  return groups;
}

/** Changes that are at odds with one another, directly or by one between them. */
function groupRivals(changes: readonly ChangeView[]): ChangeView[][] {
  const left = new Map(
    changes.filter(({ rivals }) => rivals.length > 0).map((change) => [change.id, change]),
  );
  const groups: ChangeView[][] = [];
  for (const first of left.values()) {
    const group = [first];
    left.delete(first.id);
    for (const change of group)
      for (const id of change.rivals) {
        const rival = left.get(id);
        if (!rival || !left.delete(id)) continue;
        group.push(rival);
      }
    if (group.length > 1) groups.push(group);
  }
  return groups;
}
