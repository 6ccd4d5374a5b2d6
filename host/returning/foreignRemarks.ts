import { plainText } from '../../core/narrative/plainText';
import type { RichNode } from '../../core/narrative/richText';
import { readThreads } from '../../core/review/readThreads';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import type { TextChange } from '../../core/review/textChange';

/** What a file says that is not known yet, and how much of it is. */
interface ForeignRemarks {
  fresh: ReviewRecord[];
  known: number;
}

/**
 * The remarks and suggestions of a file without those that left with it: other programs give them ids of their own, so
 * they are known by who said what. Answers to what is known join its thread.
 */
export function takeForeignRemarks(
  given: readonly ReviewRecord[],
  present: readonly ReviewRecord[],
): ForeignRemarks {
  const idOf = new Map(present.flatMap((record) => keysOf(record).map((key) => [key, record] as const)));
  const ids = new Set(present.map(({ id }) => id));
  const knownAs = new Map<string, ReviewRecord>();
  for (const record of given) {
    const known = keysOf(record).flatMap((key) => idOf.get(key) ?? [])[0];
    if (known) knownAs.set(record.id, known);
  }
  const fresh = given
    .filter(({ id }) => !ids.has(id) && !knownAs.has(id))
    .map((record) => inKnownThread(record, knownAs))
    .filter((record) => record.kind !== 'resolution' || isNews(record, present));
  const said = given.filter(({ kind }) => kind !== 'resolution').length;
  return { fresh, known: said - fresh.filter(({ kind }) => kind !== 'resolution').length };
}

/** A reply may come back as a remark of its own, where a program keeps no threads. */
function keysOf(record: ReviewRecord): string[] {
  switch (record.kind) {
    case 'comment':
    case 'reply':
      return [`said ${JSON.stringify([record.by, record.text.trim()])}`];
    case 'suggestion':
      return [`would ${JSON.stringify([record.anchor.part, ...wordsOf(record.change)])}`];
    default:
      return [];
  }
}

function wordsOf(change: TextChange): [string, string] {
  const words = (nodes: readonly RichNode[]) => nodes.map(plainText).join('\n').trim();
  return [
    change.kind === 'insert' ? '' : words(change.was),
    change.kind === 'delete' ? '' : words(change.now),
  ];
}

function inKnownThread(record: ReviewRecord, knownAs: ReadonlyMap<string, ReviewRecord>): ReviewRecord {
  if (!('thread' in record)) return record;
  const known = knownAs.get(record.thread);
  if (!known) return record;
  return { ...record, thread: known.kind === 'reply' ? known.thread : known.id };
}

/** Whether a thread would be resolved, or open again, by this. */
function isNews(
  { thread, isResolved }: Extract<ReviewRecord, { kind: 'resolution' }>,
  present: readonly ReviewRecord[],
): boolean {
  const known = readThreads(present).find(({ id }) => id === thread);
  return known === undefined || known.isResolved !== isResolved;
}
