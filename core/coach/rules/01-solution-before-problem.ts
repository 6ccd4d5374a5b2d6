import { type CoachDocument, sectionOf } from '../coachDocument';
import type { CoachPiece } from '../reading/coachPiece';
import { nameKey } from '../reading/findNames';
import { PhraseList } from '../reading/words';
import { type Hit, hitIn, hitOn, type RuleSettings } from '../rule';

/** Finds the product, or words of offering, inside the problem, and a problem that comes after its solution. */
export function findSolutionBeforeProblem(document: CoachDocument, settings: RuleSettings): Hit[] {
  const problem = sectionOf(document, 'release', 'problem');
  if (!problem) return [];
  return [...misplaced(document, problem), ...answersIn(problem, document.names.product, settings)];
}

function answersIn(problem: CoachPiece, product: string, settings: RuleSettings): Hit[] {
  const isName = nameKey(product).length >= 3;
  const named = new PhraseList(isName ? [product] : []);
  const offering = settings.phrases('offering');
  const hits = problem.blocks.flatMap((block) => [
    ...named.find(block.prose, block.words).map((range) => hitIn(block, range, { variant: 'product' })),
    ...offering.find(block.prose, block.words).map((range) => hitIn(block, range, { variant: 'offering' })),
  ]);
  return hits.sort((a, b) => a.from - b.from);
}

function misplaced({ pieces }: CoachDocument, problem: CoachPiece): Hit[] {
  const release = pieces.filter(({ part }) => part === 'release');
  const solutionAt = release.findIndex(({ section }) => section === 'solution');
  return solutionAt !== -1 && solutionAt < release.indexOf(problem)
    ? [hitOn(problem, { variant: 'order' })]
    : [];
}
