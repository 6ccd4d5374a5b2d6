import type { ReviewRecord } from '../reviewRecord';
import type { SaidCounts } from './mergedAnswers';

/** What merging answers brought. */
export interface MergedCounts {
  /** Answers that were taken. */
  answers: number;
  /** What is new, by what it is. */
  added: SaidCounts;
  /** How much of it was here already. */
  known: number;
  /** Remarks and suggestions that stand on words that are gone. */
  orphans: number;
  /** Answers on which no seal was found. */
  claimed: number;
}

/** Counts what people said; what only belongs to something else is no second thing. */
export function countSaid(records: readonly ReviewRecord[]): SaidCounts {
  const count = (...kinds: ReviewRecord['kind'][]) =>
    records.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    remarks: count('comment', 'reply', 'suggestion'),
    signOffs: count('signOff'),
    modelAnswers: count('modelAnswers'),
    customerAnswers: count('customerAnswer'),
  };
}

/** All that was said. */
export const totalSaid = (counts: SaidCounts): number =>
  counts.remarks + counts.signOffs + counts.modelAnswers + counts.customerAnswers;

/** What came of merging, in a few sentences; '' where no answer was taken. */
export function tellMerged({ answers, added, known, orphans, claimed }: MergedCounts): string {
  if (answers === 0) return '';
  const merged = `Merged ${counted(answers, 'answer')}: ${tellSaid(added, known)}.`;
  const lost = orphans === 0 ? [] : [`${orphans} ${orphans === 1 ? 'stands' : 'stand'} on deleted text.`];
  const open =
    claimed === 0 ? [] : [`${counted(claimed, 'answer')} ${claimed === 1 ? 'is' : 'are'} merely claimed.`];
  return [merged, ...lost, ...open].join(' ');
}

function tellSaid(added: SaidCounts, known: number): string {
  const total = totalSaid(added);
  if (total === 0)
    return known === 0 ? 'nothing was said in them' : 'nothing new, all of it was here already';
  const named = [
    [added.remarks, 'remark'],
    [added.signOffs, 'sign-off'],
    [added.modelAnswers, 'shared-model check'],
    [added.customerAnswers, 'customer’s answer', 'customers’ answers'],
  ] as const;
  const things = named.flatMap(([count, one, many]) => (count === 0 ? [] : [counted(count, one, many)]));
  return `${inWords(things)}, ${known === 0 ? 'none twice' : `${known} more were here already`}`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const inWords = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
