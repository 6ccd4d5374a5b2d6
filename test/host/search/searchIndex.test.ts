import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type NarrativeId, narrativeIdSchema } from '../../../core/narrative/meta';
import { SearchIndex } from '../../../host/search/searchIndex';

const ids = ['one-1', 'two-2', 'three-3'].map((id) => narrativeIdSchema.parse(id));
const word = fc.constantFrom('mend', 'mender', 'toast', 'toaster', 'a', 'Leeds');
const change = fc.record({ id: fc.constantFrom(...ids), words: fc.option(fc.array(word, { maxLength: 4 })) });

it('finds exactly the places whose words begin with those of the query, whatever was rewritten or removed', () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 20 }),
      fc.array(word, { minLength: 1, maxLength: 2 }),
      (changes, query) => {
        const index = new SearchIndex();
        const texts = new Map<NarrativeId, string[]>();
        for (const { id, words } of changes) {
          if (words) index.put(id, [{ part: 'release', text: words.join(' ') }], 'first');
          else index.remove(id);
          texts.set(id, words ?? []);
        }
        const holds = (words: string[]) =>
          query.every((term) =>
            words.some((text) =>
              term.length > 1 ? text.toLowerCase().startsWith(term.toLowerCase()) : text === term,
            ),
          );
        const expected = ids.filter((id) => holds(texts.get(id) ?? []));
        expect(
          index
            .find(query.join(' '))
            .map(({ id }) => id)
            .sort(),
        ).toEqual(expected.sort());
      },
    ),
  );
});

it('keeps finding after very many rewrites', () => {
  const index = new SearchIndex();
  for (let round = 0; round < 25_000; round += 1) {
    index.put(ids[round % 2] as NarrativeId, [{ part: 'plan', text: `round ${round}` }], 'first');
  }
  expect(index.find('round').map(({ id }) => id)).toEqual([ids[1], ids[0]]);
  expect(index.find('24998')).toHaveLength(1);
  expect(index.find('24997')).toEqual([]);
});

it('puts whole words before beginnings of words, then what was written last', () => {
  const index = new SearchIndex();
  const [one, two, three] = ids as [NarrativeId, NarrativeId, NarrativeId];
  index.put(one, [{ part: 'plan', text: 'toaster' }], 'last');
  index.put(two, [{ part: 'plan', text: 'toast' }], 'last');
  index.put(three, [{ part: 'plan', text: 'toasted' }], 'first');
  expect(index.find('toast').map(({ id }) => id)).toEqual([two, three, one]);
});
