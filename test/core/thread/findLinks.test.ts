import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProposer } from '../../../core/thread/proposeLinks';
import { searchEnds } from '../../../core/thread/searchEnds';
import type { ThreadEnd } from '../../../core/thread/threadEnd';
import { createTermReader } from '../../../core/thread/threadTerms';

const end = (id: string, words: string, more = ''): ThreadEnd => ({
  kind: 'step',
  id,
  column: 'step',
  words,
  text: `${words}\n${more}`,
  place: { part: 'experience', section: 'u1' },
  note: 'Step 1 of “A day”',
  isBlank: false,
});
const ends = [
  end('s1', 'She films the fault', 'The page shows what to film with an outline of the machine.'),
  end('s2', 'She reads the plate', 'The picture becomes a model number she only has to confirm.'),
  end('s3', 'He pays', 'One price before he says yes. Rückerstattung in two days.'),
  end('s4', 'They wait', 'Nothing to do until Thursday.'),
  end('s5', 'She is back', 'In May the oven.'),
];
const nothingKnown: ReadonlySet<string> = new Set();
const propose = (words: string, known = nothingKnown) =>
  createProposer(ends, createTermReader('en-GB')).propose(words, known);

describe('proposals', () => {
  it('find what shares two telling words, whatever their endings', () => {
    const [best] = propose('Filming a broken machine takes thirty seconds');
    expect(best?.end.id).toBe('s1');
    expect(best?.shared).toEqual(['Filming', 'machine']);
  });

  it('are content with one long word that nothing else has', () => {
    expect(propose('Rückerstattung ohne Fragen').map(({ end: { id } }) => id)).toEqual(['s3']);
    expect(propose('A fair price').map(({ end: { id } }) => id)).toEqual([]);
  });

  it('never come again once they are linked or refused', () => {
    expect(propose('Filming a broken machine', new Set(['step:s1']))).toEqual([]);
  });

  it('say nothing of words that every text has', () => {
    expect(propose('She has what they have, and it is all there with them')).toEqual([]);
    expect(propose('')).toEqual([]);
  });

  it('say nothing of a word that most ends have', () => {
    const many = Array.from({ length: 20 }, (_, index) => end(`m${index}`, 'The appliance breaks down'));
    const proposer = createProposer(many, createTermReader('en'));
    expect(proposer.propose('An appliance that breaks down', nothingKnown)).toEqual([]);
  });

  it('read languages without spaces, and a language that is none', () => {
    const japanese = [end('j', '修理の価格をすぐに見る'), ...ends];
    const found = createProposer(japanese, createTermReader('ja')).propose('価格が修理の前に', nothingKnown);
    expect(found.map(({ end: { id } }) => id)).toEqual(['j']);
    expect(createTermReader('not a language')('修理の価格').size).toBeGreaterThan(0);
  });

  it('are words that both have, at most as many as asked, the same every time', () => {
    const lorem = fc.array(
      fc.constantFrom('film', 'machine', 'plate', 'price', 'model', 'Thursday', 'oven'),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(fc.array(lorem, { maxLength: 8 }), lorem, fc.nat(4), (texts, words, limit) => {
        const those = texts.map((text, index) => end(`e${index}`, text.join(' ')));
        const run = () =>
          createProposer(those, createTermReader('en')).propose(words.join(' '), nothingKnown, limit);
        const found = run();
        expect(run()).toEqual(found);
        expect(found.length).toBeLessThanOrEqual(limit);
        for (const { end: of, shared } of found) for (const word of shared) expect(of.text).toContain(word);
      }),
    );
  });
});

describe('the search for an end', () => {
  const ids = (query: string, limit = 10) => searchEnds(ends, query, limit).map(({ id }) => id);

  it('goes by the beginnings of words, without capitals and accents', () => {
    expect(ids('FIL fau')).toEqual(['s1']);
    expect(searchEnds([end('x', 'Café öffnen')], 'cafe off', 5)).toHaveLength(1);
    expect(ids('ilm')).toEqual([]);
  });

  it('puts own words before the place, and stops at the limit', () => {
    const day = end('own', 'Day by day');
    expect(searchEnds([...ends, day], 'day', 2).map(({ id }) => id)).toEqual(['own', 's1']);
    expect(ids('', 2)).toEqual(['s1', 's2']);
  });
});
