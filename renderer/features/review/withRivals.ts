import type { ChangeView } from './reviewView';

/** The same changes, in reading order, each with those that would change some of the same words. */
export function withRivals(changes: readonly ChangeView[]): ChangeView[] {
  const rivals = new Map<string, string[]>();
  const add = (id: string, other: string) => rivals.set(id, [...(rivals.get(id) ?? []), other]);
  changes.forEach((change, index) => {
    for (const other of changes.slice(index + 1)) {
      if (other.part !== change.part || startsBehind(other, change)) break;
      if (!areAtOdds(change, other)) continue;
      add(change.id, other.id);
      add(other.id, change.id);
    }
  });
  return changes.map((change) => ({ ...change, rivals: rivals.get(change.id) ?? [] }));
}

function startsBehind({ placement: other }: ChangeView, { placement: one }: ChangeView): boolean {
  return other.state === 'orphan' || one.state === 'orphan' || other.from > one.to;
}

/** Some of the same words, or words put in at one place. */
function areAtOdds({ placement: one }: ChangeView, { placement: other }: ChangeView): boolean {
  if (one.state === 'orphan' || other.state === 'orphan') return false;
  if (one.from === other.from && (one.to === other.to || one.from < Math.min(one.to, other.to))) return true;
  return one.from < other.to && other.from < one.to;
}
