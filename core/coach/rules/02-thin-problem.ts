import { type CoachDocument, sectionOf, wordsIn } from '../coachDocument';
import { type Hit, hitOn, type RuleSettings } from '../rule';

/** Weighs the problem against the solution; short solutions are not weighed at all. */
export function findThinProblem(document: CoachDocument, settings: RuleSettings): Hit[] {
  const problem = sectionOf(document, 'release', 'problem');
  const solution = sectionOf(document, 'release', 'solution');
  if (!problem || !solution) return [];
  const [pain, answer] = [wordsIn(problem.blocks), wordsIn(solution.blocks)];
  if (answer < settings.threshold('solutionWords') || pain >= settings.threshold('ratio') * answer) return [];
  return [hitOn(problem, { slots: { problemWords: String(pain), solutionWords: String(answer) } })];
}
