import { joinParted, markedWordsIn } from '../narrative/markedWords';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import type { ReleasePromise } from './releasePromise';

/** Promised words of the release. Words that were parted still are one promise. */
export interface ThreadPromise {
  id: string;
  /** Key of the section of the release that they begin in; '' for its start. */
  section: string;
  words: string;
  isImportant: boolean;
  /** Null when the words came without their record, for example from another narrative. */
  record: ReleasePromise | null;
}

export interface PromiseList {
  /** In reading order. */
  promises: ThreadPromise[];
  /** Promises whose words were deleted; by id. */
  gone: ReleasePromise[];
}

/** Every promise of the release, and every one that no words carry any more. */
export function collectPromises({
  parts,
  promises: records,
}: Pick<NarrativeContent, 'parts' | 'promises'>): PromiseList {
  const found = new Map<string, ThreadPromise>();
  const marked = (parts.release.content ?? []).flatMap((node) => markedWordsIn(node, 'promise'));
  for (const { id, section, words } of marked) {
    const known = found.get(id);
    if (known) {
      known.words = joinParted(known.words, words);
      continue;
    }
    const record = Object.hasOwn(records, id) ? (records[id] ?? null) : null;
    found.set(id, { id, section, words, isImportant: record?.isImportant ?? false, record });
  }
  const gone = Object.values(records)
    .filter(({ id }) => !found.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { promises: [...found.values()], gone };
}
