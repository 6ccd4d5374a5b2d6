import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRecords, recordsById } from '../../../../core/review/mergeRecords';
import { compareAnswer } from '../../../../core/review/modelCheck/compareAnswer';
import { readModelCheck } from '../../../../core/review/modelCheck/readModelCheck';
import { createStatedFactsReader } from '../../../../core/review/modelCheck/statedFacts';
import type { ReviewOrigin } from '../../../../core/review/records/common';
import { type ModelPrompt, modelPrompts } from '../../../../core/review/records/modelChecks';
import type { ReviewRecordOf } from '../../../../core/review/reviewRecord';
import { createTermReader } from '../../../../core/thread/threadTerms';
import { paragraph, withSection } from '../../check/narratives';
import { readCoachFiles } from '../../coach/coachFiles';
import { narrativeOf, today } from '../../facts/factNarrative';

const readStated = createStatedFactsReader(readCoachFiles());
const readTerms = createTermReader('en');

const content = withSection(
  narrativeOf({
    release: {
      heading: 'Osterby launches Fairmend, a fixed price for every repair',
      subheading: 'Households with a broken washing machine know the price before anyone comes',
      dateline: 'Leeds, 14 September 2027',
      problem: 'A household waits six days and pays £68 for the visit alone, repaired or not.',
      gettingStarted:
        'To begin, film the machine for ten seconds. The price arrives within two hours. Then book.',
      callToAction: 'Fairmend costs £30 a month. Customers start at osterby.example.',
    },
    customerFaq: {
      'For whom is it not the right thing?': 'It is not for landlords, and it repairs no cars.',
    },
  }),
  { part: 'brief', section: 'customer' },
  paragraph('Households in rented flats whose washing machine breaks'),
);
const stated = readStated(content, today);

const verdictOf = (prompt: ModelPrompt, said: string) =>
  compareAnswer({ prompt, said }, stated[prompt], readTerms).verdict;

describe('what the text itself says', () => {
  test('is read for every question, with its place', () => {
    const said = Object.fromEntries(
      modelPrompts.map((prompt) => [prompt, stated[prompt].map(({ words }) => words)]),
    );
    expect(said).toMatchObject({
      customer: [
        'Households in rented flats whose washing machine breaks',
        'Households with a broken washing machine know the price before anyone comes',
      ],
      problem: ['A household waits six days and pays £68 for the visit alone, repaired or not.'],
      benefit: ['Osterby launches Fairmend, a fixed price for every repair'],
      firstAction: ['To begin, film the machine for ten seconds. The price arrives within two hours.'],
      price: ['£30 a month'],
      date: ['14 September 2027'],
      isNot: ['It is not for landlords, and it repairs no cars.'],
    });
    expect(stated.date[0]?.place).toEqual({ part: 'release', section: 'dateline' });
  });

  test('of a confirmed fact is its value alone', () => {
    const confirmedAt = '2027-03-01T09:00:00.000Z';
    const fact = { key: 'price', label: 'Price', value: '£54', confirmedAt, confirmedBy: 'Ines' };
    expect(readStated({ ...content, facts: { price: fact } }, today).price).toEqual([
      { words: '£54', place: null },
    ]);
  });

  test('is nothing in an empty narrative, and then nothing is counted', () => {
    const nothing = readStated(narrativeOf({ release: {} }), today);
    for (const prompt of modelPrompts) {
      expect(nothing[prompt]).toEqual([]);
      expect(compareAnswer({ prompt, said: '£30' }, nothing[prompt], readTerms).verdict).toBe('unstated');
    }
  });
});

describe('an answer beside the text', () => {
  test.each<[ModelPrompt, string, string]>([
    ['price', '30 pounds', 'same'],
    ['price', '£30.00 per month', 'same'],
    ['price', 'GBP 30', 'same'],
    ['price', 'thirty pounds monthly', 'same'],
    ['price', '30', 'same'],
    ['price', '£30 a year', 'differs'],
    ['price', '30 euros', 'differs'],
    ['price', 'free at first, then £30', 'differs'],
    ['price', 'about the price of a coffee', 'unread'],
    ['date', '14 September 2027', 'same'],
    ['date', '14.9.2027', 'same'],
    ['date', '2027-09-14', 'same'],
    ['date', '14 September', 'same'],
    ['date', '14.9.', 'same'],
    ['date', 'September 2027', 'same'],
    ['date', 'in September', 'same'],
    ['date', '15 September 2027', 'differs'],
    ['date', 'September 2028', 'differs'],
    ['date', 'before the winter', 'unread'],
    ['customer', 'households renting flats', 'same'],
    ['customer', 'plumbers and repair shops', 'differs'],
    ['problem', 'waiting 6 days', 'same'],
    ['problem', 'a household waits nine days', 'differs'],
    ['firstAction', 'film it for 10 seconds', 'same'],
    ['firstAction', 'call a hotline', 'differs'],
    ['isNot', 'not for landlords', 'same'],
    ['isNot', '  ', 'unanswered'],
    ['benefit', 'it is for you', 'unread'],
  ])('%s: “%s” is %s', (prompt, said, verdict) => {
    expect(verdictOf(prompt, said)).toBe(verdict);
  });

  test('keeps all its words, with those that differ marked', () => {
    const { segments } = compareAnswer(
      { prompt: 'firstAction', said: 'Film the machine for 20 seconds, then wait' },
      stated.firstAction,
      readTerms,
    );
    expect(segments.filter(({ kind }) => kind === 'differs').map(({ text }) => text)).toEqual([
      '20 seconds',
      'wait',
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...modelPrompts), fc.string({ unit: 'grapheme' }), (prompt, said) => {
        const compared = compareAnswer({ prompt, said }, stated[prompt], readTerms);
        expect(compared.segments.map(({ text }) => text).join('')).toBe(
          compared.verdict === 'unanswered' ? '' : said,
        );
      }),
    );
  });
});

const anyAnswers: fc.Arbitrary<ReviewRecordOf<'modelAnswers'>> = fc.record({
  id: fc.constantFrom('one', 'two', 'three', 'four', 'five'),
  kind: fc.constant('modelAnswers' as const),
  at: fc.constantFrom('2026-11-01T10:00:00.000Z', '2026-11-02T10:00:00.000Z'),
  by: fc.constantFrom('', 'Ines', 'ines ', 'Tom'),
  origin: fc.constantFrom<ReviewOrigin>(
    { kind: 'here', file: '' },
    { kind: 'packet', file: 'a', packet: 'p', isSealed: true },
    { kind: 'packet', file: 'a', packet: 'p', isSealed: false },
  ),
  version: fc.constantFrom('6a', '7a', '7b'),
  draft: fc.constantFrom(6, 7),
  answers: fc.dictionary(fc.constantFrom(...modelPrompts), fc.constantFrom('', '£30', 'households')),
});
/** What is merely claimed in a name is somebody else's. */
const personOf = ({ id, by, origin }: ReviewRecordOf<'modelAnswers'>): string =>
  by.trim() === '' ? id : `${by.trim().toLowerCase()} ${origin.isSealed === false}`;

const anyCheck = fc.array(anyAnswers, { maxLength: 8 }).map(recordsById);
const facts = new Map([['7b', stated]]);
const read = (records: ReturnType<typeof recordsById>) =>
  readModelCheck({ records: Object.values(records), stated: facts, readTerms });

describe('a shared-model check', () => {
  test('reads the same in whatever order answers are merged', () => {
    fc.assert(
      fc.property(anyCheck, anyCheck, (a, b) => {
        expect(read(mergeRecords(a, b))).toEqual(read(mergeRecords(b, a)));
        const mixed = Object.fromEntries(Object.entries(mergeRecords(a, b)).reverse());
        expect(read(mixed)).toEqual(read(mergeRecords(a, b)));
      }),
    );
  });

  test('keeps every version, and of each person the latest answer about it', () => {
    fc.assert(
      fc.property(anyCheck, (records) => {
        const all = Object.values(records).filter((record) => record.kind === 'modelAnswers');
        const checked = read(records);
        expect(checked.map(({ version }) => version).sort()).toEqual(
          [...new Set(all.map(({ version }) => version))].sort(),
        );
        for (const { version, prompts, people } of checked) {
          const here = all.filter((record) => record.version === version);
          const names = here.map(personOf);
          expect(people).toBe(new Set(names).size);
          for (const { answers, counts } of prompts) {
            expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(answers.length);
            for (const { id, isClaimed } of answers) {
              const record = here.find((each) => each.id === id);
              if (!record) throw new Error('An answer that nobody gave.');
              const own = here.filter((other) => personOf(other) === personOf(record));
              expect(own.every(({ at }) => at <= record.at)).toBe(true);
              expect(isClaimed).toBe(record.origin.isSealed === false);
            }
          }
        }
      }),
    );
  });

  test('tells how an answer moved from one draft to the next', () => {
    const answer = (id: string, draft: number, price: string): ReviewRecordOf<'modelAnswers'> => ({
      id,
      kind: 'modelAnswers',
      at: `2026-11-0${draft}T10:00:00.000Z`,
      by: 'Ines',
      origin: { kind: 'here', file: '' },
      version: draft === 7 ? '7b' : '6a',
      draft,
      answers: { price },
    });
    const checked = read(recordsById([answer('new', 7, '£30'), answer('old', 6, '£54')]));
    expect(checked.map(({ draft, isKnown }) => [draft, isKnown])).toEqual([
      [7, true],
      [6, false],
    ]);
    expect(checked[0]?.prompts[0]).toMatchObject({
      prompt: 'price',
      answers: [{ person: 'Ines', verdict: 'same', before: { draft: 6, said: '£54' } }],
      counts: { same: 1, differs: 0 },
    });
    expect(checked[1]?.prompts[0]?.answers[0]?.verdict).toBe('unstated');
  });
});
