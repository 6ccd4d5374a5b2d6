import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkStructure } from '../../core/check/structureChecks';
import { collectClaims } from '../../core/evidence/collectClaims';
import { groupByState } from '../../core/evidence/summariseEvidence';
import { guidanceFileSchema } from '../../core/guidance/guidance';
import { parseDialect } from '../../core/import/markdown/readDialect';
import {
  countFaq,
  countPartWords,
  emptySections,
  isFeasibilityOpen,
  itemsOf,
  partState,
} from '../../core/narrative/partState';
import { partKeys } from '../../core/narrative/parts';
import { findSection, isBlank, plainText, sectionText } from '../../core/narrative/plainText';
import { type RichNode, stringAttr } from '../../core/narrative/richText';
import { screenFiles } from '../../core/screens/screenFiles';
import { readThread } from '../../core/thread/readThread';

const templates = join(import.meta.dirname, '../../templates');
const readText = (path: string) => readFileSync(join(templates, path), 'utf8');
const samples = [
  { id: 'consumer-app', drawings: 10 },
  { id: 'internal-tool', drawings: 0 },
  { id: 'web-service', drawings: 0 },
];
const bank = guidanceFileSchema.parse(JSON.parse(readText('guidance/questions.json'))).questions ?? [];

/** Long before each launch day in the samples, so that the dates in them lie ahead. */
const today = '2026-12-01';

const nodesOf = (node: RichNode, type: string): RichNode[] => [
  ...(node.type === type ? [node] : []),
  ...(node.content ?? []).flatMap((child) => nodesOf(child, type)),
];

test('there is one sample of each kind', () => {
  const files = readdirSync(join(templates, 'samples')).filter((name) => name.endsWith('.md'));
  expect(files.toSorted()).toEqual(samples.map(({ id }) => `${id}.md`));
});

describe.each(samples)('$id', ({ id, drawings }) => {
  const { content, title, doubts } = parseDialect(readText(`samples/${id}.md`));
  const { parts } = content;

  test('is read without a doubt', () => {
    expect(doubts).toEqual([]);
    expect(title).toBe(sectionText(parts.release, 'heading'));
  });

  test('leaves no part and no needed section empty', () => {
    expect(partKeys.filter((key) => partState(content, key) === 'empty')).toEqual([]);
    expect(partKeys.flatMap((key) => emptySections(content, key))).toEqual([]);
  });

  test('has feasibility open', () => {
    expect(isFeasibilityOpen(content)).toBe(true);
  });

  test('tells its release in about 400 words', () => {
    expect(countPartWords(content, 'release')).toBeGreaterThanOrEqual(330);
    expect(countPartWords(content, 'release')).toBeLessThanOrEqual(470);
  });

  test('has answered, open and blocked questions', () => {
    const customer = countFaq(parts.customerFaq);
    const internal = countFaq(parts.internalFaq);
    expect(customer.answered).toBeGreaterThanOrEqual(8);
    expect(internal.answered).toBeGreaterThanOrEqual(12);
    expect(internal.open).toBeGreaterThan(0);
    expect(internal.blocked).toBeGreaterThan(0);
  });

  test('names an owner for each internal question and a day for each that waits', () => {
    const items = itemsOf(parts.internalFaq, 'faqItem');
    expect(items.filter((item) => stringAttr(item, 'owner') === '').map(plainText)).toEqual([]);
    const waiting = items.filter((item) => stringAttr(item, 'state') !== 'answered');
    expect(waiting.filter((item) => !/^2027-\d\d-\d\d$/.test(stringAttr(item, 'due')))).toEqual([]);
  });

  test('asks every question of the minimum set', () => {
    const items = [...itemsOf(parts.customerFaq, 'faqItem'), ...itemsOf(parts.internalFaq, 'faqItem')];
    const asked = new Set(items.map((item) => item.attrs?.bankNumber));
    expect(bank.filter(({ minimum, number }) => minimum && !asked.has(number))).toEqual([]);
  });

  test('tells use cases of four to six steps, each with all its facts', () => {
    const useCases = itemsOf(parts.experience, 'useCase');
    expect(useCases.length).toBeGreaterThanOrEqual(2);
    for (const useCase of useCases) {
      const steps = nodesOf(useCase, 'step');
      expect(steps.length).toBeGreaterThanOrEqual(4);
      expect(steps.length).toBeLessThanOrEqual(6);
      expect([...steps, ...nodesOf(useCase, 'storyFact')].filter(isBlank)).toEqual([]);
    }
  });

  test('has a manual for each of two kinds of user, with numbered steps', () => {
    const manuals = itemsOf(parts.manuals, 'manual');
    expect(manuals).toHaveLength(2);
    for (const manual of manuals) {
      expect(nodesOf(manual, 'section').filter(isBlank)).toEqual([]);
      const howTo = findSection(manual, 'howTo');
      expect(howTo && nodesOf(howTo, 'orderedList').length).toBeGreaterThanOrEqual(2);
    }
  });

  test('shows screens whose drawings lie beside it and say what they show', () => {
    const screens = Object.values(content.screens);
    for (const screen of screens) {
      for (const name of screenFiles(screen)) {
        expect(existsSync(join(templates, 'samples', id, name)), name).toBe(true);
      }
      expect(screen.alt.length).toBeGreaterThan(20);
    }
    expect(screens).toHaveLength(drawings);
  });

  test('passes the checks of structure, but for what its thread is to show', () => {
    const grave = checkStructure(content, today).filter(({ level }) => level !== 'look');
    const planted = grave.filter(({ rule }) => rule === 'promise-nobody-can-do');
    expect(planted.map(({ quote }) => quote)).toEqual(
      id === 'consumer-app' ? ['and at halftin.example'] : [],
    );
    expect(grave).toEqual(planted);
  });
});

test('the golden thread of the consumer app has the three loose ends that were planted, and no more', () => {
  const { content } = parseDialect(readText('samples/consumer-app.md'));
  const { rows, gone, broken, orphans } = readThread(content);
  expect(rows).toHaveLength(9);
  expect([...gone, ...broken]).toEqual([]);
  expect(orphans.promises.map(({ promise }) => promise.words)).toEqual(['and at halftin.example']);
  expect(orphans.ends.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
    'howTo: Take a break',
    'screen: A year of your shelf',
  ]);
});

describe.each(samples)('the claims of $id', ({ id }) => {
  const { content } = parseDialect(readText(`samples/${id}.md`));

  test('marks six to ten claims, each with its words and an honest source', () => {
    const { claims, orphans } = collectClaims(content);
    expect(orphans).toEqual([]);
    expect(claims.length).toBeGreaterThanOrEqual(6);
    expect(claims.length).toBeLessThanOrEqual(10);
    for (const { words, record } of claims) {
      expect(readText(`samples/${id}.md`)).toContain(`"words": [${JSON.stringify(words)}]`);
      expect(record?.what.length).toBeGreaterThan(5);
    }
    expect(groupByState(claims).map(({ state }) => state)).toEqual(
      expect.arrayContaining(['assumed', 'target']),
    );
  });
});
