import type { PartKey } from '../narrative/parts';
import { readMentions } from '../review/people/mentions';
import { byTime } from '../review/readThreads';
import type { ReviewRecord } from '../review/reviewRecord';

/** Something that was said or done about a narrative and that somebody in particular should know of. */
export interface NewsItem {
  /** Of the record that tells of it. */
  id: string;
  at: string;
  by: string;
  kind: 'mention' | 'reply' | 'suggestion' | 'meeting' | 'decision';
  /** The thread or suggestion to open; '' for a meeting. */
  about: string;
  /** Where it stands in the text; null for a meeting, or where nobody knows. */
  part: PartKey | null;
  /** What was said; '' where nothing was. */
  text: string;
}

export interface NewsReader {
  /** As it stands under what they say. */
  name: string;
  /** Whether suggestions wait for them to be accepted. */
  isAuthor: boolean;
}

type Told = Pick<NewsItem, 'kind' | 'about' | 'part' | 'text'>;

/** What a reader should know of, newest first; never what they said themselves, and each thing once. */
export function readNews(records: readonly ReviewRecord[], reader: NewsReader): NewsItem[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const mine = threadsOf(records, reader.name);
  return records
    .filter(({ by }) => by !== reader.name)
    .toSorted(byTime)
    .reverse()
    .flatMap((record) => {
      const told = tell(record, { reader, mine, byId });
      return told === null ? [] : [{ id: record.id, at: record.at, by: record.by, ...told }];
    });
}

interface Known {
  reader: NewsReader;
  /** Threads and suggestions that the reader has a part in. */
  mine: ReadonlySet<string>;
  byId: ReadonlyMap<string, ReviewRecord>;
}

function tell(record: ReviewRecord, known: Known): Told | null {
  switch (record.kind) {
    case 'comment':
      return mentionIn(record.text, known)
        ? asRemark({ kind: 'mention', about: record.id, text: record.text }, known)
        : null;
    case 'reply':
      if (mentionIn(record.text, known))
        return asRemark({ kind: 'mention', about: record.thread, text: record.text }, known);
      return known.mine.has(record.thread)
        ? asRemark({ kind: 'reply', about: record.thread, text: record.text }, known)
        : null;
    case 'suggestion':
      return known.reader.isAuthor
        ? asRemark({ kind: 'suggestion', about: record.id, text: '' }, known)
        : null;
    case 'meeting':
      return { kind: 'meeting', about: '', part: null, text: '' };
    case 'decision':
      return { kind: 'decision', about: '', part: null, text: record.reason };
    default:
      return null;
  }
}

const mentionIn = (text: string, { reader }: Known): boolean => readMentions(text, [reader.name]).length > 0;

function asRemark(remark: Omit<Told, 'part'>, { byId }: Known): Told {
  const begun = byId.get(remark.about);
  return { ...remark, part: begun && 'anchor' in begun ? begun.anchor.part : null };
}

function threadsOf(records: readonly ReviewRecord[], name: string): Set<string> {
  const mine = new Set<string>();
  for (const record of records) {
    if (record.by !== name) continue;
    if (record.kind === 'comment' || record.kind === 'suggestion') mine.add(record.id);
    if (record.kind === 'reply') mine.add(record.thread);
  }
  return mine;
}
