import type { Anchor } from './anchor';
import type { ReviewRecord, ReviewRecordOf } from './reviewRecord';

export type ThreadMessage = ReviewRecordOf<'comment' | 'reply'>;

/** What was said about one place, in order. */
export interface ReviewThread {
  id: string;
  /** What began it; null where only replies arrived, whose place is not known. */
  comment: ReviewRecordOf<'comment'> | null;
  /** The comment first, then the replies in the order they were written. */
  messages: readonly ThreadMessage[];
  /** What it is about: what it was put on last, or began at; null where neither arrived. */
  anchor: Anchor | null;
  /** The latest word on whether it is resolved; null when nobody said. */
  resolution: ReviewRecordOf<'resolution'> | null;
  isResolved: boolean;
}

/** Every remark in its thread, oldest thread first. Replies to suggestions stand with those, see `readSuggestions`. */
export function readThreads(records: Iterable<ReviewRecord>): ReviewThread[] {
  const all = [...records].sort(byTime);
  const suggestions = new Set(all.flatMap((record) => (record.kind === 'suggestion' ? [record.id] : [])));
  const threads = new Map<string, ReviewThread>();
  for (const record of all) {
    const id = threadOf(record);
    if (id === null || suggestions.has(id)) continue;
    threads.set(id, withRecord(threads.get(id) ?? emptyThread(id), record));
  }
  return [...threads.values()];
}

/** By the moment they claim; records of one moment by id, so that everybody reads the same order. */
export function byTime(a: ReviewRecord, b: ReviewRecord): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1);
}

function threadOf(record: ReviewRecord): string | null {
  if (record.kind === 'comment') return record.id;
  return 'thread' in record ? record.thread : null;
}

function emptyThread(id: string): ReviewThread {
  return { id, comment: null, anchor: null, messages: [], resolution: null, isResolved: false };
}

function withRecord(thread: ReviewThread, record: ReviewRecord): ReviewThread {
  switch (record.kind) {
    case 'comment':
      return {
        ...thread,
        comment: record,
        anchor: thread.anchor ?? record.anchor,
        messages: [record, ...thread.messages],
      };
    case 'reply':
      return { ...thread, messages: [...thread.messages, record] };
    case 'resolution':
      return { ...thread, resolution: record, isResolved: record.isResolved };
    case 'placement':
      return { ...thread, anchor: record.anchor };
    default:
      return thread;
  }
}
