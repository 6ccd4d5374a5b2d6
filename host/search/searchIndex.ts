import MiniSearch from 'minisearch';
import { type NarrativeId, narrativeIdSchema } from '../../core/narrative/meta';
import { type PartKey, partKeys } from '../../core/narrative/parts';
import { foldWord, wordsOf } from './terms';

export interface IndexedPlace {
  id: NarrativeId;
  part: PartKey;
}

/** Which parts of which narratives hold which words. Holds no text itself, so that it stays small. */
export interface SearchIndex {
  /** Takes in a narrative, in place of what was known of it. */
  put(id: NarrativeId, texts: readonly { part: PartKey; text: string }[]): void;
  remove(id: NarrativeId): void;
  /** Places that hold every word of the query or a word that begins with it, best first. */
  find(query: string): IndexedPlace[];
}

/** One letter would match nearly every text, so it has to be the whole word. */
const shortestPrefix = 2;

export function createSearchIndex(): SearchIndex {
  const index = new MiniSearch<{ place: string; text: string }>({
    idField: 'place',
    fields: ['text'],
    tokenize: wordsOf,
    processTerm: foldWord,
    searchOptions: { combineWith: 'AND', prefix: (term) => term.length >= shortestPrefix },
  });

  function remove(id: NarrativeId): void {
    for (const part of partKeys) {
      const place = toPlace(id, part);
      if (index.has(place)) index.discard(place);
    }
  }

  return {
    remove,
    put(id, texts) {
      remove(id);
      for (const { part, text } of texts) {
        if (text !== '') index.add({ place: toPlace(id, part), text });
      }
    },
    find: (query) => index.search(query).map(({ id }) => fromPlace(String(id))),
  };
}

const toPlace = (id: NarrativeId, part: PartKey): string => `${id}/${part}`;

function fromPlace(place: string): IndexedPlace {
  const [id, part] = place.split('/');
  return { id: narrativeIdSchema.parse(id), part: part as PartKey };
}
