import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmFact } from '../../../core/facts/confirmFact';
import type { Fact } from '../../../core/facts/fact';
import {
  createNarrativeDoc,
  emptyContent,
  type NarrativeContent,
  readNarrativeDoc,
} from '../../../core/narrative/narrativeDoc';
import { plainText } from '../../../core/narrative/plainText';
import { withPart } from '../check/narratives';
import { narrativeOf, readFacts, today } from './factNarrative';

const content = narrativeOf({
  release: {
    heading: 'Osterby launches Fairmend, a fixed repair price',
    dateline: 'Leeds, 14 September 2027',
    solution: 'Households send up to 20 photos and get a price within two hours.',
    callToAction: 'Fairmend costs £8 a month. It is available for iOS and Android.',
  },
  customerFaq: {
    'What does it cost?': 'It costs £8 a month.',
    'How many photos?': 'Up to 20 photos.',
    'When does it open?': 'Fairmend opens on 14 September 2027.',
    'How long are films kept?': 'A film is deleted after 14 days.',
  },
});

const confirmed = (key: string, value: string): Fact => ({
  key,
  label: key,
  value,
  confirmedAt: '2027-03-01T09:00:00.000Z',
  confirmedBy: 'Ines',
});

const withFact = (key: string, value: string): NarrativeContent => ({
  ...content,
  facts: { [key]: confirmed(key, value) },
});

describe('facts gathered from every part', () => {
  const { candidates } = readFacts(content, today);
  const valuesOf = (key: string) => candidates.find((each) => each.key === key)?.values;

  test.each([
    ['product', 'Fairmend', 3],
    ['price', '£8', 2],
    ['launchDate', '14 September 2027', 2],
    ['platforms', 'iOS and Android', 1],
  ])('%s is %s, in %i places', (key, value, places) => {
    expect(valuesOf(key)?.map((each) => [each.value, each.places.length])).toEqual([[value, places]]);
  });

  test('limits have a row each, named by the words before the number', () => {
    const labels = candidates.map(({ label }) => label).filter((label) => label.startsWith('Limit'));
    expect(labels).toEqual([
      'Limit: Households send up to … photos',
      'Limit: film is deleted after … days',
      'Limit: get a price within … hours',
    ]);
  });

  test('places point at the words in the plain text of their section', () => {
    const place = valuesOf('price')?.[1]?.places[0] ?? valuesOf('price')?.[0]?.places[1];
    expect(place).toMatchObject({ part: 'customerFaq', words: '£8', sentence: 'It costs £8 a month.' });
    const item = content.parts.customerFaq.content?.[0];
    expect(item && plainText(item).slice(place?.from, place?.to)).toBe('£8');
  });
});

describe('a confirmed value', () => {
  test.each([
    ['price', '£9', ['£8', '£8']],
    ['price', '£8 a month', []],
    ['product', 'FairMend', ['Fairmend', 'Fairmend', 'Fairmend']],
    ['launchDate', '2027-09-14', []],
    ['launchDate', '1 October 2027', ['14 September 2027', '14 September 2027']],
    ['platforms', 'Android, iPhone', []],
    ['price', 'not a price at all', []],
  ])('%s as %s is left by %j', (key, value, words) => {
    const { departures } = readFacts(withFact(key, value), today);
    expect(departures.map(({ place }) => place.words)).toEqual(words);
  });

  test('settles a contradiction, so that it is asked about once', () => {
    const twofold = narrativeOf({
      release: { heading: 'Osterby launches Fairmend', callToAction: 'Fairmend is free.' },
      customerFaq: { 'What does it cost?': 'Fairmend costs £9 a month.' },
    });
    expect(readFacts(twofold, today).contradictions).toHaveLength(1);
    const settled = readFacts({ ...twofold, facts: { price: confirmed('price', '£9') } }, today);
    expect(settled.contradictions).toEqual([]);
    expect(settled.departures.map(({ place }) => place.words)).toEqual(['is free']);
  });

  test('shows in every field that stands for it, and in no other', () => {
    const field = (key: string) => ({ type: 'fact' as const, attrs: { key, value: 'old' } });
    const doc = createNarrativeDoc(
      withPart(emptyContent(), 'plan', [
        { type: 'paragraph', content: [field('price'), field('product')] },
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [field('price')] }] }],
        },
      ]),
    );
    confirmFact(doc, confirmed('price', '£9'));
    expect(plainText(readNarrativeDoc(doc).parts.plan)).toBe('£9old\n£9');
    expect(readNarrativeDoc(doc).facts.price?.value).toBe('£9');
  });
});

test('a live field is read as the value it shows', () => {
  const field = { type: 'fact' as const, attrs: { key: 'price', value: '£8' } };
  const answer = {
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: 'It costs ' }, field],
  };
  const asked = {
    type: 'faqQuestion' as const,
    content: [{ type: 'text' as const, text: 'What does it cost?' }],
  };
  const item = { type: 'faqItem' as const, attrs: { id: 'cost' }, content: [asked, answer] };
  const read = readFacts(withPart(emptyContent(), 'customerFaq', [item]), today);
  expect(read.candidates.map(({ key, values }) => [key, values[0]?.places[0]?.sentence])).toEqual([
    ['price', 'It costs £8'],
  ]);
});

describe('laws', () => {
  const summary = (read: ReturnType<typeof readFacts>) =>
    read.candidates.map(({ key, label, values }) => ({
      key,
      label,
      values: values.map((each) => `${each.value} × ${each.places.length}`).sort(),
    }));

  test('the order of questions changes no fact', () => {
    const items = content.parts.customerFaq.content ?? [];
    const whole = summary(readFacts(content, today));
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
        expect(summary(readFacts(withPart(content, 'customerFaq', shuffled), today))).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  test('any words are read, and every place points at its words', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        ' costs £',
        '9 a month',
        ' up to ',
        '20 GB',
        ' is free',
        ' only iOS. ',
        ' May 2027',
        '\u0000',
        ' no Android ',
      ),
    );
    const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(words, words, (release, answer) => {
        const read = readFacts(
          narrativeOf({
            release: { heading: 'Fairmend', summary: release },
            customerFaq: { 'What does it cost?': answer },
          }),
          today,
        );
        for (const { one, other } of read.contradictions) {
          expect(one.part).not.toBe('');
          expect(other.words).not.toBe('');
        }
        for (const { values } of read.candidates) {
          for (const { places } of values)
            for (const { from, to, words: told } of places) expect(to - from).toBe(told.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
