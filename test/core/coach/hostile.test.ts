import { describe, expect, test } from 'vitest';
import { readCoachDocument } from '../../../core/coach/coachDocument';
import { parseCoachOverrides } from '../../../core/coach/coachOverrides';
import { createCoach } from '../../../core/coach/runCoach';
import { emptyContent } from '../../../core/narrative/narrativeDoc';
import { paragraph, withPart, withSection } from '../check/narratives';
import { readCoachFiles } from './coachFiles';
import { adding, release, soundRelease, today, withFaq } from './release';

const data = readCoachFiles();
const coach = createCoach(data);
const million = 1_000_000;
const fill = (unit: string) => unit.repeat(Math.ceil(million / unit.length)).slice(0, million);

describe('a paragraph of a million characters', () => {
  test.each([
    ['one word', 'a'],
    ['words', 'many people will wait, '],
    ['brackets', '['],
    ['quotation marks', '“"‘'],
    ['digits', '12 '],
    ['capitals', 'ABC Def '],
    ['spaces', ' '],
    ['Japanese', '修理の値段が先にわかります。'],
    ['mixed scripts', 'Müller и 東京 ‏שלום‎ 𝔘𝔫𝔦 👩‍🔧 '],
    ['at signs', 'a.b@c-d.'],
  ])(
    'of %s is read to the end, and the other checks still run',
    (_, unit) => {
      const content = release({ about: `${fill(unit)}x`, solution: 'It is seamless.' });
      const { findings, problems } = coach.report(readCoachDocument(content, today));
      expect(problems).toEqual([]);
      expect(findings.filter(({ section }) => section === 'solution').map(({ rule }) => rule)).toContain(
        'hype',
      );
    },
    60_000,
  );
});

/** The place of every word is asked about, so a check that reads the sentence anew at each place never ends. */
describe('a sentence of a million characters without a full stop', () => {
  test.each([
    ['planned words', 'live-but-planned', 'coming soon '],
    ['hedging words', 'weasel', 'many people '],
    ['promises', 'tense', 'it will be '],
    ['everybody', 'everyone', 'for everyone '],
    ['praise', 'hype', 'seamless '],
    ['feelings', 'emotion', 'thrilled to announce '],
    ['first persons', 'we', 'ours and '],
    ['numbers', 'number-without-source', '40% of 12 hours '],
    ['prices', 'too-long', 'costs £9 a month '],
    ['passives', 'passive', 'was mended '],
    ['stand-ins', 'template-text', 'TBD '],
    ['short forms', 'acronym', 'the WXYZ rules '],
    ['dismissed rivals', 'rivals-dismissed', 'no competitors, '],
    ['misspelt names', 'name-drift', 'people speak of Fairmand there, '],
  ])(
    'made of %s is asked about, and so are the others',
    (_, rule, unit) => {
      const faq = withFaq('customerFaq', ['What does it cost?', 'It costs £30 a month. It depends.']);
      const { findings, problems } = coach.report(
        readCoachDocument(
          withSection(
            withSection(faq, { part: 'release', section: 'solution' }, paragraph(fill(unit))),
            { part: 'release', section: 'summary' },
            paragraph(`${soundRelease.summary} It is from today and holistic.`),
          ),
          today,
        ),
      );
      expect(problems).toEqual([]);
      const asked = new Set(findings.map((finding) => finding.rule));
      expect([...asked]).toEqual(expect.arrayContaining([rule, 'hype', 'long-sentence']));
    },
    60_000,
  );
});

test('Japanese without spaces is one long sentence at most, and what stands beside it is still asked', () => {
  const content = release({ solution: fill('修理の値段が先にわかります'), about: 'TBD' });
  const { findings, problems } = coach.report(readCoachDocument(content, today));
  expect(problems).toEqual([]);
  expect(findings.filter(({ section }) => section === 'solution').map(({ rule }) => rule)).toContain(
    'long-sentence',
  );
  expect(findings.map(({ rule }) => rule)).toContain('template-text');
}, 60_000);

test('words of several scripts in one sentence are each read in their own', () => {
  const findings = coach.check(adding('solution', 'Müller и 東京 ‏שלום‎ 👩‍🔧 are seamless und TBD.'), today);
  expect(findings.map(({ rule, quote }) => `${rule}: ${quote}`)).toEqual(
    expect.arrayContaining(['hype: seamless', 'template-text: TBD']),
  );
});

test('a narrative without a release is told so, and the rest is still checked', () => {
  const faq = withFaq('customerFaq', ['Is it safe?', 'It depends.']).parts.customerFaq.content ?? [];
  const findings = coach.check(withPart(emptyContent(), 'customerFaq', faq), today);
  expect(findings.map(({ rule, level }) => `${level} ${rule}`)).toEqual([
    'stop too-short',
    'fix question-dodged',
  ]);
});

test('text without spaces is searched for words of its own script', () => {
  const words = { ...data.words, en: { ...data.words.en, hype: ['革命的'] } };
  const findings = createCoach({ ...data, words }).check(
    release({ about: 'これは革命的な製品です。' }),
    today,
  );
  expect(findings.map(({ quote }) => quote)).toEqual(['革命的']);
});

test('a check that fails is reported in words, and the others run', () => {
  const { 'long-sentence': _, ...thresholds } = data.thresholds;
  const document = readCoachDocument(adding('solution', 'It is seamless.'), today);
  const { findings, problems } = createCoach({ ...data, thresholds }).report(document);
  expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'long-sentence: The check “A long breath” could not be carried out. The number “words” is missing in its settings. The others were.',
  ]);
  expect(findings.map(({ rule }) => rule)).toEqual(['hype']);
});

describe('word lists of a team', () => {
  test.each(['(a+)+$', '^.*many', 'a|b', '[a-z]*', '\\w+', ' ', '!!', 'x'.repeat(81)])(
    'refuse %j with its place',
    (word) => {
      const parsed = parseCoachOverrides({ words: { en: { hype: { add: ['fine', word] } } } }, data);
      expect(parsed.ok).toBe(false);
      expect(!parsed.ok && parsed.problems[0]).toMatch(/^words\.en\.hype\.add\[1\]:/u);
    },
  );

  test('find a phrase of any punctuation as it is written', () => {
    const words = { ...data.words, en: { ...data.words.en, hype: ['c++ power', "it's the best"] } };
    const own = createCoach({ ...data, words });
    expect(own.check(adding('solution', 'It’s the best.'), today).map(({ quote }) => quote)).toContain(
      'It’s the best',
    );
    expect(own.check(release({ solution: soundRelease.solution ?? '' }), today)).toEqual([]);
  });
});
