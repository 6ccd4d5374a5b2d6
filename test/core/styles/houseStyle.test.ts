import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createNarrativeCheck } from '../../../core/check/narrativeCheck';
import type { CoachOverrides } from '../../../core/coach/coachOverrides';
import { type CoachSetup, settleCoach } from '../../../core/coach/coachSetup';
import { houseStyleSchema, styleNamed } from '../../../core/styles/houseStyle';
import { styleGuidance } from '../../../core/styles/styleGuidance';
import { loadCoach } from '../../../host/coach/loadCoach';
import { loadGuidance } from '../../../host/guidance/loadGuidance';
import { paragraph, soundNarrative, withSection } from '../check/narratives';

const templates = join(import.meta.dirname, '../../../templates');
const nowhere = join(templates, 'no library');
const files = await readdir(join(templates, 'styles'));
const setup: CoachSetup = await loadCoach(templates, nowhere);
const day = '2026-11-23';

const rulesUnder = (style: string, content = soundNarrative()) =>
  createNarrativeCheck(settleCoach(setup, { style, overrides: {} }))
    .check(content, day)
    .findings.map(({ rule }) => rule);

const tooLongUnder = (style: string, overrides: CoachOverrides = {}) =>
  createNarrativeCheck(settleCoach(setup, { style, overrides }))
    .check(inRelease('solution', words(350)), day)
    .findings.find(({ rule }) => rule === 'too-long')?.question;

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const inRelease = (section: string, ...texts: string[]) =>
  withSection(soundNarrative(), { part: 'release', section }, ...texts.map(paragraph));

describe('the house styles that come with Dateline', () => {
  test.each(files)('%s is a style, and its hints name places there are', async (file) => {
    const style = houseStyleSchema.parse(JSON.parse(await readFile(join(templates, 'styles', file), 'utf8')));
    expect(`${style.id}.json`).toBe(file);
    const guidance = await loadGuidance(templates, nowhere);
    for (const [part, hints] of Object.entries(style.guide ?? {})) {
      const known = guidance.parts.find((guide) => guide.part === part);
      for (const key of Object.keys(hints?.sections ?? {}))
        expect(Object.keys(known?.sections ?? {})).toContain(key);
    }
  });

  test('are all loaded, none with a problem', () => {
    expect(setup.problems).toEqual([]);
    expect(setup.styles).toHaveLength(files.length);
    expect(files.length).toBeGreaterThanOrEqual(4);
  });
});

describe('switching a style', () => {
  const long = inRelease('solution', words(350));

  test('moves the length that is asked about', () => {
    expect(rulesUnder('one-page', long)).toContain('too-long');
    expect(tooLongUnder('one-page')).toContain('stay within 400.');
    const own = { thresholds: { 'too-long': { words: 200 } } };
    expect(tooLongUnder('usual', own)).toContain('stay within 200.');
    expect(rulesUnder('long-release', long)).not.toContain('too-long');
  });

  test('asks for a heading of its own kind', () => {
    expect(rulesUnder('name-heading')).toContain('style-heading');
    expect(rulesUnder('one-page')).not.toContain('style-heading');
    expect(rulesUnder('one-page', inRelease('heading', 'Fairmend'))).toContain('style-heading');
    expect(rulesUnder('name-heading', inRelease('heading', 'Fairmend'))).not.toContain('style-heading');
  });

  test('asks for as many customers as it has room for', () => {
    const two = inRelease('customerQuote', '“It works again,” said Tom.', '“Mine does too,” said Mo.');
    expect(rulesUnder('one-page', two)).toContain('style-quotes');
    expect(rulesUnder('long-release', two)).not.toContain('style-quotes');
  });

  test('changes hints and nothing else of the guide', async () => {
    const guidance = await loadGuidance(templates, nowhere);
    const styled = styleGuidance(guidance, styleNamed(setup.styles, 'name-heading'));
    const heading = (from: typeof guidance) =>
      from.parts.find(({ part }) => part === 'release')?.sections.heading;
    expect(heading(styled)).toEqual({
      ...heading(guidance),
      words: 2,
      placeholder: 'The name, and nothing else',
    });
    expect(styled.questions).toBe(guidance.questions);
  });

  test('a narrative’s own numbers have the last word', () => {
    const overrides = { thresholds: { 'too-long': { words: 2000, stopWords: 2000 } } };
    const check = createNarrativeCheck(settleCoach(setup, { style: 'one-page', overrides }));
    expect(check.check(long, day).findings.map(({ rule }) => rule)).not.toContain('too-long');
  });

  test('a style nobody knows any more falls back to the usual one', () => {
    expect(styleNamed(setup.styles, 'gone')?.id).toBe('usual');
  });
});
