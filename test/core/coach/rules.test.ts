import { describe, expect, it, test } from 'vitest';
import { coachFindingSchema } from '../../../core/coach/coachFinding';
import { ruleIds, ruleTable } from '../../../core/coach/rules/ruleTable';
import { createCoach } from '../../../core/coach/runCoach';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { readCoachFiles } from './coachFiles';
import { release, today } from './release';
import { ruleCases } from './ruleCases';

const coach = createCoach(readCoachFiles());
const rulesIn = (content: NarrativeContent) => new Set(coach.check(content, today).map(({ rule }) => rule));

test('a sound release has no question', () => {
  expect(coach.check(release(), today).map(({ rule, quote }) => `${rule}: ${quote}`)).toEqual([]);
});

test('there are 38 checks, numbered once each, and every one has cases', () => {
  expect(ruleTable.map(({ number }) => number)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
  expect(Object.keys(ruleCases).toSorted()).toEqual([...ruleIds].toSorted());
});

describe.each(Object.entries(ruleCases))('%s', (rule, { asks, silent }) => {
  test('has three cases of each kind', () => {
    expect([asks.length, silent.length].every((count) => count >= 3)).toBe(true);
  });

  it.each(asks.map((content, index) => [index + 1, content] as const))('asks about case %i', (_, content) => {
    expect([...rulesIn(content)]).toContain(rule);
  });

  it.each(silent.map((content, index) => [index + 1, content] as const))(
    'is silent in case %i',
    (_, content) => {
      expect([...rulesIn(content)]).not.toContain(rule);
    },
  );
});

test('every finding of the cases is whole, in words, and its quote stands where it says', () => {
  const contents = Object.values(ruleCases).flatMap(({ asks }) => asks);
  const findings = contents.flatMap((content) => coach.check(content, today));
  expect(findings.length).toBeGreaterThan(100);
  for (const finding of findings) {
    expect(coachFindingSchema.parse(finding)).toEqual(finding);
    expect(finding.question).not.toMatch(/[{}]/u);
    expect(finding.to - finding.from).toBe(finding.quote.length);
  }
});
