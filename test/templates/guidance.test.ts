import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Guidance } from '../../core/guidance/guidance';
import { guidanceFileSchema, mergeGuidance } from '../../core/guidance/guidance';
import type { PartKey } from '../../core/narrative/parts';
import { manualSections, partDefinitions, partKeys } from '../../core/narrative/parts';
import { storyFactKeys } from '../../core/narrative/richText';

const folder = join(import.meta.dirname, '../../templates/guidance');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

const read = (name: string) => guidanceFileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));

const guidance = files.reduce<Guidance>((merged, name) => mergeGuidance(merged, read(name)), {
  parts: [],
  questions: [],
  problems: [],
});

const guides = guidance.parts.flatMap((part) => [
  { name: part.part, guide: part.guide },
  ...Object.entries(part.sections).map(([key, guide]) => ({ name: `${part.part}.${key}`, guide })),
]);

function expectedSections(part: PartKey): readonly string[] {
  if (part === 'experience') return [...storyFactKeys, 'step'];
  if (part === 'manuals') return manualSections.map((section) => section.key);
  return partDefinitions[part].sections.map((section) => section.key);
}

/** Everything a writer may read as our own voice: all texts except the weak examples, which are weak on purpose. */
const ownWords = [
  ...guidance.parts.map((part) => part.lede),
  ...guides.flatMap(({ guide }) => [
    guide.purpose,
    ...guide.ask,
    guide.good.text,
    guide.good.note,
    guide.weak.note,
    guide.tests,
    guide.placeholder,
  ]),
  ...guidance.questions.map((question) => question.text),
];

const hypeWords =
  /revolutionary|groundbreaking|cutting-edge|world-class|industry-leading|best-in-class|state-of-the-art|next-generation|game-chang|disruptive|unprecedented|seamless|\brobust|innovative|effortless|unparalleled|\bpremier\b|\bultimate\b|transformative|\bempower|\bunlock|supercharge|turnkey|holistic|synerg|one-stop|AI-powered|(?:proud|excited|thrilled|delighted|pleased) to/i;

describe('guides', () => {
  test('exist once for each of the eight parts', () => {
    const keys = files.flatMap((name) => read(name).parts ?? []).map((part) => part.part);
    expect(keys.toSorted()).toEqual([...partKeys].toSorted());
  });

  test.each([...partKeys])('cover every section of %s and name no other', (key) => {
    const part = guidance.parts.find((candidate) => candidate.part === key);
    expect(Object.keys(part?.sections ?? {}).toSorted()).toEqual([...expectedSections(key)].toSorted());
  });

  test.each(guides)('$name asks three questions', ({ guide }) => {
    expect(guide.ask).toHaveLength(3);
    for (const ask of guide.ask) expect(ask).toMatch(/\?$/);
  });

  test.each(guides)('$name shows two different examples', ({ guide }) => {
    expect(guide.good.text).not.toBe(guide.weak.text);
    expect(guide.good.note).not.toBe(guide.weak.note);
  });

  test('the grey words of a section are found nowhere else', () => {
    const placeholders = guides.map(({ guide }) => guide.placeholder);
    expect(new Set(placeholders).size).toBe(placeholders.length);
  });
});

describe('voice', () => {
  test('is calm', () => {
    expect(ownWords.filter((text) => text.includes('!'))).toEqual([]);
  });

  test('is free of hype', () => {
    expect(ownWords.filter((text) => hypeWords.test(text))).toEqual([]);
  });
});

describe('question bank', () => {
  const numbers = guidance.questions.map((question) => question.number);

  test('holds questions 1 to 68, each once', () => {
    const all = files.flatMap((name) => read(name).questions ?? []).map((question) => question.number);
    expect(all).toEqual(Array.from({ length: 68 }, (_, index) => index + 1));
    expect(numbers).toEqual(all);
  });

  test('marks the set a reviewable draft needs', () => {
    const minimum = guidance.questions.filter((question) => question.minimum);
    expect(minimum.map((question) => question.number)).toEqual([
      1, 5, 6, 7, 11, 12, 15, 19, 21, 23, 29, 30, 31, 32, 33, 36, 42, 46, 52, 56, 57, 58, 62, 63, 65,
    ]);
  });

  test('asks, each time in other words', () => {
    const texts = guidance.questions.map((question) => question.text);
    expect(texts.filter((text) => !text.endsWith('?'))).toEqual([]);
    expect(new Set(texts).size).toBe(68);
  });
});
