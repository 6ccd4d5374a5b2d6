import type { Finding } from '../api/shapes';
import { coachLevels } from './rule';

/** Structure checks that the coach asks in its own words. */
const askedByCoach = new Set([
  'empty-release',
  'template-text',
  'no-date',
  'vague-date',
  'past-date',
  'too-long',
  'too-short',
]);

/** The coach's findings with those structure checks that it does not cover itself, gravest first. */
export function withStructure(coach: readonly Finding[], structure: readonly Finding[]): Finding[] {
  const others = structure.filter(
    ({ rule, part }) => !askedByCoach.has(rule) && !(rule === 'empty-section' && part === 'release'),
  );
  return [...coach, ...others].sort((a, b) => coachLevels.indexOf(a.level) - coachLevels.indexOf(b.level));
}
