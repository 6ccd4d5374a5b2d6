import type * as Y from 'yjs';
import { linksMap, promisesMap } from '../narrative/recordMaps';
import type { ThreadPromise } from './collectPromises';
import type { ReleasePromise } from './releasePromise';
import type { ThreadEnd } from './threadEnd';
import { type ThreadLink, type ThreadVerdict, threadLinkId, threadLinkSchema } from './threadLink';

/** Who changes the thread, when (ISO moment), and the undo history or other origin that it is written under. */
export interface ThreadWriter {
  by: string;
  at: string;
  origin: unknown;
}

/** A promise and an end between which something is said. */
export interface ThreadPair {
  promise: Omit<ThreadPromise, 'record'>;
  end: Pick<ThreadEnd, 'kind' | 'id' | 'words' | 'place'>;
}

/** Says that an end keeps a promise. Said twice it is one link, which stays with whoever said it first. */
export function linkPromise(doc: Y.Doc, pair: ThreadPair, writer: ThreadWriter): void {
  say(doc, pair, { ...writer, verdict: 'linked' });
}

/** Says that an end is not about a promise, so that it is not proposed again; a link between them goes. */
export function refuseLink(doc: Y.Doc, pair: ThreadPair, writer: ThreadWriter): void {
  say(doc, pair, { ...writer, verdict: 'refused' });
}

/** Takes back what was said between a promise and an end. */
export function letGo(doc: Y.Doc, linkId: string, origin: unknown): void {
  doc.transact(() => linksMap(doc).delete(linkId), origin);
}

/** Keeps a promise's words and place as they stand now; `isImportant` says how much hangs on it. */
export function keepPromise(doc: Y.Doc, promise: ThreadPair['promise'], writer: ThreadWriter): void {
  const { id, words, section, isImportant } = promise;
  const { by, at, origin } = writer;
  const before = promisesMap(doc).get(id) as Partial<ReleasePromise> | undefined;
  const kept = { id, words: words.slice(0, longestPromise), section, isImportant };
  const isKnown =
    before?.words === kept.words && before.section === section && before.isImportant === isImportant;
  if (isKnown) return;
  const record: ReleasePromise = { ...kept, setBy: before?.setBy ?? by, setAt: before?.setAt ?? at };
  doc.transact(() => promisesMap(doc).set(id, record), origin);
}

/** Follows a promise no longer: its record goes with everything that was said about it. */
export function forgetPromise(doc: Y.Doc, id: string, origin: unknown): void {
  doc.transact(() => {
    promisesMap(doc).delete(id);
    for (const [key, value] of linksMap(doc).entries()) {
      if (threadLinkSchema.safeParse(value).data?.promise === id) linksMap(doc).delete(key);
    }
  }, origin);
}

const longestPromise = 1000;
const longestEnd = 400;

function say(
  doc: Y.Doc,
  { promise, end }: ThreadPair,
  news: ThreadWriter & { verdict: ThreadVerdict },
): void {
  const { by, at, origin, verdict } = news;
  const named = { promise: promise.id, kind: end.kind, end: end.id };
  const id = threadLinkId(named);
  const known = threadLinkSchema.safeParse(linksMap(doc).get(id)).data;
  doc.transact(() => {
    keepPromise(doc, promise, news);
    if (known?.verdict === verdict) return;
    const words = end.words.slice(0, longestEnd);
    const link: ThreadLink = { id, ...named, words, place: end.place, verdict, setBy: by, setAt: at };
    linksMap(doc).set(id, link);
  }, origin);
}
