import { ChangeCard } from './ChangeCard';
import type { ChangesProps } from './Changes';
import type { ChangeView } from './reviewView';

/** A card for each change. */
export function ChangeCards({
  changes,
  openId,
  onOpen,
  ...actions
}: ChangesProps & { changes: readonly ChangeView[] }) {
  const now = new Date();
  return changes.map((change) => (
    <ChangeCard
      {...actions}
      key={change.id}
      change={change}
      isOpen={change.id === openId}
      now={now}
      onOpen={() => onOpen(change.id)}
    />
  ));
}
