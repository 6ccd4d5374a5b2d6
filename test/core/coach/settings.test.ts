import { describe, expect, test } from 'vitest';
import { checkStructure } from '../../../core/check/structureChecks';
import { mergeCoachData, parseCoachOverrides } from '../../../core/coach/coachOverrides';
import { applyDismissals, dismiss } from '../../../core/coach/dismissals';
import { createCoach } from '../../../core/coach/runCoach';
import { withStructure } from '../../../core/coach/withStructure';
import { readCoachFiles } from './coachFiles';
import { adding, release, today } from './release';

const data = readCoachFiles();
const coach = createCoach(data);
const findingsWith = (overrides: unknown, text: string) => {
  const parsed = parseCoachOverrides(overrides, data);
  if (!parsed.ok) throw new Error(parsed.problems.join(' '));
  return createCoach(mergeCoachData(data, parsed.overrides)).check(adding('solution', text), today);
};

describe('settings', () => {
  test('switch a check off', () => {
    expect(findingsWith({ off: ['hype'] }, 'It is seamless.')).toEqual([]);
  });

  test('change a number', () => {
    const text = `The ${'small '.repeat(20)}part fits.`;
    expect(
      findingsWith({ thresholds: { 'long-sentence': { words: 20 } } }, text).map(({ rule }) => rule),
    ).toEqual(['long-sentence']);
  });

  test('add words and take words away', () => {
    const changes = { words: { en: { hype: { add: ['snazzy new'], remove: ['Seamless'] } } } };
    expect(findingsWith(changes, 'It is seamless and snazzy-new.').map(({ quote }) => quote)).toEqual([
      'snazzy-new',
    ]);
  });

  test.each([
    [{ off: ['no-such-check'] }, '“no-such-check” is not the name of a check.'],
    [{ thresholds: { hype: { show: 3 } } }, 'thresholds.hype: the check has no number named “show”.'],
    [{ words: { en: { nothing: { add: ['a'] } } } }, 'words.en: there is no word list named “nothing”.'],
  ])('are refused when they name what is not there: %j', (overrides, problem) => {
    expect(parseCoachOverrides(overrides, data)).toEqual({ ok: false, problems: [problem] });
  });
});

describe('German', () => {
  test('has its own lists', () => {
    const german = {
      summary:
        'Osterby eröffnet heute Fairmend, einen Dienst für Haushalte. Sie filmen den Schaden und sehen einen Preis.',
      problem:
        'Wenn eine Maschine steht, wartet ein Haushalt. Laut Umfrage vom Juni 2026 kaufen die Menschen neu.',
      solution:
        'Mit Fairmend ist der Preis zuerst da. Das ist bahnbrechend. Bisher blieb nur das Forum, und viele raten.',
      leaderQuote:
        '„Wir hören jeden Tag den gleichen Satz an der Theke“, sagt Ines Halloran, die Osterby leitet.',
      gettingStarted: 'Die Seite fairmend.example öffnen und den Schaden filmen.',
      customerQuote:
        '„Früher habe ich eine Woche gewartet. Am Freitag lief sie wieder“, sagt Tomasz Birch, Busfahrer.',
      callToAction: 'Fairmend ist ab heute in Leipzig zu finden, unter fairmend.example.',
    };
    const quotes = coach.check(release(german), today).map(({ rule, quote }) => `${rule} ${quote}`);
    expect(quotes).toEqual(expect.arrayContaining(['hype bahnbrechend', 'weasel viele']));
  });
});

describe('setting aside', () => {
  const by = { reason: 'It is a fixed term.', who: 'Maren', when: '2026-11-21T09:05:00.000Z' };
  const find = (text: string) => coach.check(adding('solution', text), today);

  test('keeps the question closed while its words stay, wherever they move', () => {
    const dismissals = find('It is seamless.').map((finding) => dismiss(finding, by));
    const { open, setAside } = applyDismissals(find('A kettle boils. It is seamless.'), dismissals);
    expect(open).toEqual([]);
    expect(setAside.map(({ finding, dismissal }) => [finding.quote, dismissal.reason])).toEqual([
      ['seamless', by.reason],
    ]);
  });

  test('brings it back when the words change', () => {
    const dismissals = find('It is seamless.').map((finding) => dismiss(finding, by));
    expect(applyDismissals(find('It is holistic.'), dismissals).open.map(({ quote }) => quote)).toEqual([
      'holistic',
    ]);
  });

  test('needs a reason', () => {
    const [finding] = find('It is seamless.');
    if (!finding) throw new Error('There is a finding.');
    expect(() => dismiss(finding, { ...by, reason: '  ' })).toThrow();
  });
});

test('structure checks that the coach asks itself are not asked twice', () => {
  const content = release({ problem: '', dateline: 'Leeds' });
  const all = withStructure(coach.check(content, today), checkStructure(content, today));
  expect(all.filter(({ part }) => part === 'release').map(({ rule }) => rule)).toEqual([
    'launch-date',
    'too-short',
  ]);
});
