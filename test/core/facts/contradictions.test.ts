import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ContradictionSubject } from '../../../core/facts/factReading';
import { readMarkdown } from '../../../core/import/readText';
import { type NarrativeTexts, narrativeOf, readFacts, today } from './factNarrative';

const heading = 'Osterby launches Fairmend, a fixed repair price';
const dateline = 'Leeds, 14 September 2027';
const release = { heading, dateline, summary: 'Osterby opened Fairmend for households in Leeds.' };
const cost = 'What does it cost?';

type Case = [name: string, texts: NarrativeTexts];
type Planted = [
  name: string,
  subject: ContradictionSubject,
  words: [one: string, other: string],
  NarrativeTexts,
];

const planted: Planted[] = [
  [
    'a free release and a paid answer',
    'price',
    ['is free', '$9'],
    {
      release: { ...release, callToAction: 'Fairmend is free for every household.' },
      customerFaq: { [cost]: 'It costs $9 a month.' },
    },
  ],
  [
    'a free app and a paid answer',
    'price',
    ['free app', '$9'],
    {
      release: { ...release, summary: 'Osterby today opened Fairmend, a free app for households.' },
      customerFaq: { [cost]: 'Fairmend costs $9 a month.' },
    },
  ],
  [
    'two prices for one period',
    'price',
    ['£8', '£12'],
    {
      release: { ...release, callToAction: 'Fairmend costs £8 a month.' },
      customerFaq: { [cost]: 'The price is £12 a month.' },
    },
  ],
  [
    'a paid release and a free answer',
    'price',
    ['£8', 'is free'],
    {
      release: { ...release, callToAction: 'Fairmend costs £8 a month.' },
      customerFaq: { [cost]: 'Fairmend is free.' },
    },
  ],
  [
    'another price in the manual',
    'price',
    ['€5', '€7'],
    {
      release: { ...release, callToAction: 'Each visit costs €5.' },
      manual: 'The price of a visit is €7.',
    },
  ],
  [
    'a heading and a body with two names',
    'name',
    ['Bill Buddy', 'YumSnap!'],
    {
      release: {
        heading: 'Bill Buddy: split any restaurant bill with one photo',
        summary: 'Today we opened YumSnap! for friends who eat out.',
        solution:
          'With YumSnap! one photo of the bill is enough. Friends open YumSnap! and tap their dishes.',
      },
    },
  ],
  [
    'two spellings of one name',
    'name',
    ['Fairmend', 'FairMend'],
    {
      release: { ...release, solution: 'With Fairmend the price comes first.' },
      customerFaq: { 'How does it work?': 'You open FairMend and film the fault.' },
    },
  ],
  [
    'another launch day in the answer',
    'date',
    ['14 September 2027', '1 October 2027'],
    { release, customerFaq: { 'When can I use it?': 'Fairmend launches on 1 October 2027.' } },
  ],
  [
    'another launch day in the plan',
    'date',
    ['14 September 2027', '5 November 2027'],
    { release, plan: 'Launch: 5 November 2027 in Leeds.' },
  ],
  [
    'a launch month that is not the month of the dateline',
    'date',
    ['14 September 2027', 'March 2028'],
    { release, customerFaq: { 'When can I use it?': 'Fairmend launches in March 2028.' } },
  ],
  [
    'two platforms and only one of them',
    'platform',
    ['iOS and Android', 'iPhone'],
    {
      release: { ...release, callToAction: 'Fairmend is available on iOS and Android.' },
      customerFaq: { 'Which phones?': 'It runs on the iPhone only.' },
    },
  ],
  [
    'a platform that an answer takes back',
    'platform',
    ['iOS and Android', 'Android'],
    {
      release: { ...release, callToAction: 'Fairmend is available for iOS and Android.' },
      customerFaq: { 'Which phones?': 'There is no Android version.' },
    },
  ],
  [
    'platforms that have nothing in common',
    'platform',
    ['iPhone', 'Windows and Mac'],
    {
      release: { ...release, callToAction: 'Fairmend is available for iPhone.' },
      manual: 'The program runs on Windows and Mac.',
    },
  ],
  [
    'another number of things',
    'limit',
    ['20 photos', '10 photos'],
    {
      release: { ...release, solution: 'Households send up to 20 photos.' },
      customerFaq: { 'How much can I send?': 'You can send at most 10 photos.' },
    },
  ],
  [
    'another size',
    'limit',
    ['2 GB', '500 MB'],
    {
      release: { ...release, solution: 'Households upload a video file of up to 2 GB.' },
      manual: 'A video file may hold up to 500 MB.',
    },
  ],
  [
    'another time',
    'limit',
    ['two hours', '24 hours'],
    {
      release: { ...release, solution: 'The repairer sends a fixed price within two hours.' },
      customerFaq: {
        'How long does it take?': 'You receive the fixed price from a repairer within 24 hours.',
      },
    },
  ],
  [
    'another time until deletion',
    'limit',
    ['14 days', '30 days'],
    {
      release: { ...release, solution: 'The film is deleted after 14 days.' },
      customerFaq: { 'What do you keep?': 'Your film is deleted after 30 days.' },
    },
  ],
  [
    'available today and not yet implemented',
    'stage',
    ['is available', 'not yet implemented'],
    {
      release: { ...release, callToAction: 'Fairmend is available today in Leeds.' },
      customerFaq: { 'How do I pay?': 'Fairmend is not yet implemented for cards.' },
    },
  ],
  [
    'available today and still being built',
    'stage',
    ['is available', 'still being built'],
    {
      release: { ...release, callToAction: 'Fairmend is available today in Leeds.' },
      internalFaq: { 'When is it ready?': 'Fairmend is still being built.' },
    },
  ],
];

const sound: Case[] = [
  [
    'one price everywhere',
    {
      release: { ...release, callToAction: 'Fairmend costs £8 a month.' },
      customerFaq: { [cost]: 'It costs £8 a month.' },
    },
  ],
  [
    'free at first, then paid, as one statement',
    {
      release: {
        ...release,
        callToAction: 'Fairmend is free for the first 50,000 answers, then it costs €0.60.',
      },
      customerFaq: { [cost]: '50,000 answers are free. After that 10,000 answers cost €0.60.' },
    },
  ],
  [
    'a free plan beside a paid one',
    {
      release: { ...release, callToAction: 'Fairmend is free for households; landlords pay £8 a month.' },
      customerFaq: { [cost]: 'Fairmend is free for households. Landlords pay £8 a month.' },
    },
  ],
  [
    'the same range of prices',
    {
      release: { ...release, callToAction: 'A repair costs £40 to £90.' },
      customerFaq: { [cost]: 'A repair costs between £40 and £90.' },
    },
  ],
  [
    'prices for a month and a year',
    {
      release: { ...release, callToAction: 'Fairmend costs £8 a month.' },
      customerFaq: { [cost]: 'It costs £80 a year.' },
    },
  ],
  [
    "a rival's price among the alternatives",
    {
      release: { ...release, callToAction: 'Fairmend costs £8 a month.' },
      customerFaq: {
        [cost]: 'It costs £8 a month.',
        'What are the alternatives?': 'A handyman costs £60 an hour. A new machine costs £400.',
      },
    },
  ],
  [
    "a rival's price where ours is told elsewhere",
    {
      release: { ...release, callToAction: 'Fairmend costs £8 a month.' },
      customerFaq: { 'How is it better than the alternatives?': 'A call-out costs £68 at other firms.' },
    },
  ],
  [
    'what the problem costs today',
    {
      release: { ...release, problem: 'A visit costs £68.', callToAction: 'Fairmend costs £8 a month.' },
      customerFaq: { [cost]: 'It costs £8 a month.' },
    },
  ],
  [
    'costs inside the company',
    {
      release: { ...release, callToAction: 'Fairmend costs £8 a month.' },
      internalFaq: { 'What is the margin?': 'A repair costs us £5.20. Hosting costs £300 a month.' },
    },
  ],
  [
    'the launch day told again',
    {
      release,
      customerFaq: { 'When can I use it?': 'Fairmend opens on 14 September 2027.' },
    },
  ],
  [
    'the launch month told again',
    {
      release,
      customerFaq: { 'When can I use it?': 'Fairmend launches in September 2027.' },
    },
  ],
  [
    'days of studies and deadlines',
    {
      release,
      customerFaq: { 'How do you know?': 'We spoke to 40 households by 3 March 2027.' },
      plan: 'By 30 November 2027 we decide whether to go on. The trial starts on 4 January 2027.',
    },
  ],
  [
    'a second town on a later day',
    {
      release,
      customerFaq: { 'What about York?': 'A second town opens on 1 May 2028.' },
    },
  ],
  [
    'a subset of the platforms in a detail',
    {
      release: { ...release, callToAction: 'Fairmend is available for iOS and Android.' },
      customerFaq: { 'Which version?': 'On Android it needs version 12. On the iPhone, tap Share first.' },
    },
  ],
  [
    'platforms in another order',
    {
      release: { ...release, callToAction: 'Fairmend is available for iOS and Android.' },
      customerFaq: { 'Which phones?': 'It runs on Android and iPhone.' },
    },
  ],
  [
    'the app stores and the two phones',
    {
      release: { ...release, callToAction: 'Fairmend is in both app stores.' },
      customerFaq: { 'Which phones?': 'It runs on iPhone and Android.' },
    },
  ],
  [
    'one limit in two units',
    {
      release: { ...release, solution: 'The repairer sends a fixed price within two hours.' },
      customerFaq: { 'How long does it take?': 'The repairer sends the fixed price within 120 minutes.' },
    },
  ],
  [
    'limits of different things',
    {
      release: { ...release, solution: 'Households send up to 20 photos and get a price within two hours.' },
      customerFaq: { 'What may I send?': 'Up to 3 films, and you can complain within 7 days.' },
    },
  ],
  [
    'a limit for an order and one for a year',
    {
      release: { ...release, solution: 'Households send up to 20 photos per order.' },
      customerFaq: { 'Is there a ceiling?': 'At most 200 photos per year.' },
    },
  ],
  [
    'a range of times',
    {
      release: { ...release, solution: 'The price comes within 1 to 2 hours.' },
      customerFaq: { 'How long does it take?': 'The price comes within 1 to 2 hours.' },
    },
  ],
  [
    'live today, with one feature to come',
    {
      release: { ...release, callToAction: 'Fairmend is available today in Leeds.' },
      customerFaq: { 'What about dryers?': 'Support for dryers is planned.' },
    },
  ],
  [
    'a name in other capitals at the start of a sentence',
    {
      release: {
        heading: 'fairmend finds who can mend it',
        summary: 'Fairmend opened today. Households use fairmend.',
      },
    },
  ],
  ['an empty narrative', { release: {} }],
];

const found = (texts: NarrativeTexts) => readFacts(narrativeOf(texts), today).contradictions;

describe('contradictions that were planted', () => {
  const cases = planted.map(([name, subject, words, texts]) => ({ name, subject, words, texts }));

  test.each(cases)('$name', ({ subject, words: [one, other], texts }) => {
    const told = found(texts).map((each) => [each.subject, each.one.words, each.other.words]);
    expect(told).toContainEqual([subject, one, other]);
    expect(new Set(told.map(([what]) => what))).toEqual(new Set([subject]));
  });
});

describe('what only looks like one', () => {
  test.each(sound)('%s', (_name, texts) => {
    expect(found(texts).map(({ subject, one, other }) => [subject, one.words, other.words])).toEqual([]);
  });

  const samples = new URL('../../../templates/samples/', import.meta.url);
  test.each(readdirSync(samples).filter((name) => name.endsWith('.md')))('the sample %s', (name) => {
    const { content } = readMarkdown(readFileSync(new URL(name, samples), 'utf8'));
    const told = readFacts(content, today).contradictions;
    expect(told.map(({ subject, one, other }) => [subject, one.sentence, other.sentence])).toEqual([]);
  });
});
