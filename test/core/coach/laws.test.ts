import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCoachDocument } from '../../../core/coach/coachDocument';
import type { CoachFinding } from '../../../core/coach/coachFinding';
import { mergeFindings } from '../../../core/coach/mergeFindings';
import { ruleTable } from '../../../core/coach/rules/ruleTable';
import { createCoach } from '../../../core/coach/runCoach';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { plainText } from '../../../core/narrative/plainText';
import { anyNarrative, oddNarrative } from '../export/narrativeArbitrary';
import { readCoachFiles } from './coachFiles';
import { release, soundRelease, today } from './release';

const coach = createCoach(readCoachFiles());

/** Sentences that each hold one failing and leave the others as they were. */
const failings: Readonly<Record<string, string>> = {
  hype: 'It is seamless.',
  everyone: 'It is for everyone.',
  'rivals-dismissed': 'There are no competitors.',
  emotion: 'The team is thrilled.',
  'number-without-source': 'Prices are 40% lower.',
  acronym: 'It follows the WXYZ rules.',
  'template-text': 'The rest is TBD.',
};
const sections = ['summary', 'solution'] as const;
const plantArbitrary = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...Object.keys(failings)), fc.constantFrom(...sections)),
  { selector: ([rule]) => rule, maxLength: 5 },
);
type Plants = readonly (readonly [string, string])[];

function plant(plants: Plants): NarrativeContent {
  const changes: Record<string, string> = {};
  for (const [rule, section] of plants) {
    changes[section] = `${changes[section] ?? soundRelease[section]} ${failings[rule]}`;
  }
  return release(changes);
}

/** What a finding is about, apart from where a changed text moved it. */
const nameOf = ({ id }: CoachFinding) => id;
const firm = (content: NarrativeContent) =>
  coach
    .check(content, today)
    .filter(({ level }) => level !== 'look')
    .map(nameOf);

describe('laws', () => {
  test('adding a failing never removes another finding, and is found', () => {
    fc.assert(
      fc.property(plantArbitrary, plantArbitrary, (plants, more) => {
        const planted = new Set(plants.map(([rule]) => rule));
        const all = [...plants, ...more.filter(([rule]) => !planted.has(rule))];
        const after = coach.check(plant(all), today);
        expect(after.map(nameOf)).toEqual(expect.arrayContaining(firm(plant(plants))));
        expect(after.map(({ rule }) => rule)).toEqual(expect.arrayContaining(all.map(([rule]) => rule)));
      }),
      { numRuns: 60 },
    );
  });

  test('removing the words removes the finding', () => {
    fc.assert(
      fc.property(plantArbitrary, (plants) => {
        const [first, ...others] = plants;
        fc.pre(first !== undefined);
        expect(coach.check(plant(others), today).map(({ rule }) => rule)).not.toContain(first?.[0]);
      }),
      { numRuns: 60 },
    );
  });

  test('the order of parts does not change results', () => {
    const content = plant(Object.keys(failings).map((rule) => [rule, 'solution'] as const));
    const turned = Object.fromEntries(Object.entries(content.parts).reverse()) as NarrativeContent['parts'];
    expect(coach.check({ ...content, parts: turned }, today)).toEqual(coach.check(content, today));
  });

  test('any narrative is checked, without a problem, and every quote stands where it says', () => {
    fc.assert(
      fc.property(fc.oneof(anyNarrative, oddNarrative), (content) => {
        const document = readCoachDocument(content, today);
        const { findings, problems } = coach.report(document);
        expect(problems).toEqual([]);
        for (const { part, section, quote, from, to } of findings) {
          const pieces = document.pieces.filter((piece) => piece.part === part && piece.section === section);
          expect(quote === '' || pieces.some(({ text }) => text.slice(from, to) === quote)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('pieces read the text that readers see', () => {
    fc.assert(
      fc.property(anyNarrative, (content) => {
        const { pieces } = readCoachDocument(content, today);
        const texts = (content.parts.release.content ?? [])
          .map((node) => plainText(node).trim())
          .filter((text) => text !== '');
        expect(pieces.filter(({ part }) => part === 'release').map(({ text }) => text)).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a single block', () => {
  const blockRules = new Set(ruleTable.filter(({ scope }) => scope === 'block').map(({ id }) => id));
  const inBlocks = (findings: readonly CoachFinding[]) => findings.filter(({ rule }) => blockRules.has(rule));

  test('gives the same findings alone as in the whole', () => {
    const document = readCoachDocument(
      plant(Object.keys(failings).map((rule, index) => [rule, sections[index % 2] ?? ''] as const)),
      today,
    );
    const blocks = document.pieces.flatMap(({ blocks }) => blocks);
    const alone = blocks
      .flatMap((block) => coach.recheckBlock(document, block))
      .map(({ rule, quote }) => `${rule} ${quote}`);
    const whole = inBlocks(coach.report(document).findings).map(({ rule, quote }) => `${rule} ${quote}`);
    expect(alone.toSorted()).toEqual(whole.toSorted());
    expect(whole.length).toBeGreaterThan(4);
  });

  test('is exchanged for its changed self, and what stands behind it moves along', () => {
    const before = readCoachDocument(
      release({ solution: 'It is robust. Today people guess.\nIt is seamless.' }),
      today,
    );
    const after = readCoachDocument(
      release({ solution: 'It is very robust and holistic. Today people guess.\nIt is seamless.' }),
      today,
    );
    const [old, block] = [before, after].map(
      ({ pieces }) => pieces.find(({ section }) => section === 'solution')?.blocks[0],
    );
    if (!old || !block) throw new Error('The solution has two blocks.');
    const merged = mergeFindings(after, coach.report(before).findings, {
      part: 'release',
      section: 'solution',
      from: 0,
      to: old.text.length,
      grownBy: block.text.length - old.text.length,
      fresh: coach.recheckBlock(after, block),
    });
    expect(inBlocks(merged)).toEqual(inBlocks(coach.report(after).findings));
  });
});
