import { type CoachDocument, sectionOf } from '../coachDocument';
import type { CoachBlock } from '../reading/coachBlock';
import type { CoachPiece } from '../reading/coachPiece';
import { nameKey } from '../reading/findNames';
import type { KnownNames } from '../reading/findProduct';
import type { TextRange } from '../reading/textRange';
import { PhraseList } from '../reading/words';
import { type Hit, hitIn, hitOn, type RuleSettings } from '../rule';

/** Finds the product, or words of offering, inside the problem, and a problem that comes after its solution. */
export function findSolutionBeforeProblem(document: CoachDocument, settings: RuleSettings): Hit[] {
  const problem = sectionOf(document, 'release', 'problem');
  if (!problem) return [];
  return [...misplaced(document, problem), ...answersIn(problem, document.names, settings)];
}

function answersIn(problem: CoachPiece, { product, company }: KnownNames, settings: RuleSettings): Hit[] {
  const isName = nameKey(product).length >= 3;
  const named = new PhraseList(isName ? [product] : []);
  const offering = settings.phrases('offering');
  const hits = problem.blocks.flatMap((block) => [
    ...named
      .find(block.prose, block.words)
      // A product named after an everyday word, such as Deckhand, is meant where it is written as a name.
      .filter(({ from }) => /\p{Lu}/u.test(block.prose[from] ?? '') || /^\p{Ll}/u.test(product))
      .map((range) => hitIn(block, range, { variant: 'product' })),
    ...offersBy(block, company, settings).map((range) => hitIn(block, range, { variant: 'offering' })),
    ...offering.find(block.prose, block.words).map((range) => hitIn(block, range, { variant: 'offering' })),
  ]);
  return hits.sort((a, b) => a.from - b.from);
}

/** "Bayou Transit offers …" is an answer; "the bank offers a loan" is part of the day. */
function offersBy(block: CoachBlock, company: string, settings: RuleSettings): TextRange[] {
  if (nameKey(company).length < 3) return [];
  const verbs = settings.phrases('offeringByCompany');
  return verbs
    .find(block.prose, block.words)
    .filter(({ from }) => block.prose.slice(Math.max(0, from - company.length - 12), from).includes(company));
}

function misplaced({ pieces }: CoachDocument, problem: CoachPiece): Hit[] {
  const release = pieces.filter(({ part }) => part === 'release');
  const solutionAt = release.findIndex(({ section }) => section === 'solution');
  return solutionAt !== -1 && solutionAt < release.indexOf(problem)
    ? [hitOn(problem, { variant: 'order' })]
    : [];
}
