import { type CoachDocument, sectionOf } from '../coachDocument';
import { hasEvidence, sourceLists } from '../reading/evidence';
import { findNumbers } from '../reading/findNumbers';
import { type Hit, hitOn, type RuleSettings } from '../rule';

/** Finds a problem told without a number, a source, a voice or a mark that says how it is known. */
export function findProblemWithoutEvidence(document: CoachDocument, settings: RuleSettings): Hit[] {
  const problem = sectionOf(document, 'release', 'problem');
  if (!problem) return [];
  const sources = sourceLists(settings);
  const isBacked = problem.blocks.some(
    (block) =>
      findNumbers(block.text).some(({ kind }) => kind !== 'worded') ||
      block.source.isCited ||
      block.quotations.some(({ from, to }) => to - from > settings.threshold('quotationLetters')) ||
      block.sentences.some((sentence) => hasEvidence(block, sentence, sources)),
  );
  return isBacked ? [] : [hitOn(problem)];
}
