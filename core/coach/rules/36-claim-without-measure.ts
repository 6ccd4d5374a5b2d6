import { type CoachDocument, releaseProse, sectionOf } from '../coachDocument';
import { findNumbers } from '../reading/findNumbers';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const judged = new Set(['heading', 'subheading', 'summary', 'solution', '']);

/** Finds what the release claims while nothing in the narrative says how it will be measured. */
export function findClaimWithoutMeasure(document: CoachDocument, settings: RuleSettings): Hit[] {
  if (isMeasured(document, settings)) return [];
  const claims = settings.phrases('claims');
  return releaseProse(document)
    .filter(({ section }) => judged.has(section))
    .filter(({ prose, words }) => claims.has(prose, words))
    .flatMap((block) =>
      block.sentences
        .filter(({ from, to }) => claims.has(block.prose.slice(from, to)))
        .map((sentence) => hitIn(block, sentence)),
    );
}

/** An answer to "How will you test it and measure it?", or a measure with a number in plan or FAQ. */
function isMeasured(document: CoachDocument, settings: RuleSettings): boolean {
  if (sectionOf(document, 'brief', 'measure')) return true;
  const measures = settings.phrases('measures');
  return document.pieces
    .filter(({ part }) => part === 'plan' || part === 'internalFaq')
    .some(({ text }) => measures.has(text) && findNumbers(text).length > 0);
}
