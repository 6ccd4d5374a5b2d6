import { sectionTitle } from '../../../../core/narrative/parts';
import type { ThreadPromise } from '../../../../core/thread/collectPromises';
import type { FoundItem } from '../SearchList';

/** Promises with every word of a query in them, in reading order; an empty query finds all. */
export function searchPromises(
  promises: readonly ThreadPromise[],
  query: string,
): (FoundItem & { promise: ThreadPromise })[] {
  const sought = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return promises
    .filter(({ words }) => sought.every((word) => words.toLocaleLowerCase().includes(word)))
    .map((promise) => {
      const note = promise.section === '' ? '' : sectionTitle('release', promise.section);
      return { key: promise.id, words: promise.words, note, promise };
    });
}
