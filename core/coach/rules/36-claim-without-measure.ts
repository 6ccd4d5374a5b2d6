import { type CoachDocument, releaseProse, sectionOf } from '../coachDocument';
import { findNumbers } from '../reading/findNumbers';
import type { PhraseList } from '../reading/words';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const describing = /^\s+(?:(?:also|often|still|easily) )?(?:be|feel|seem|happen|vary|take)\b/iu;
const judged = new Set(['heading', 'subheading', 'summary', 'solution', '']);

/** Finds what the release claims while nothing in the narrative says how it will be measured. */
export function findClaimWithoutMeasure(document: CoachDocument, settings: RuleSettings): Hit[] {
  if (isMeasured(document, settings)) return [];
  const claims = settings.phrases('claims');
  return releaseProse(document)
    .filter(({ section }) => judged.has(section))
    .filter(({ section, source }) => source.kind !== 'heading' || section === 'heading')
    .filter(({ prose, words }) => claims.has(prose, words))
    .flatMap((block) =>
      block.sentences
        .filter(({ from, to }) => isClaim(block.prose.slice(from, to), claims))
        .filter(({ from, to }) => !block.honestMarks.some((mark) => mark.from >= from && mark.from <= to + 3))
        .map((sentence) => hitIn(block, sentence)),
    );
}

/** "It can be confusing" describes; "you can book" promises. */
function isClaim(sentence: string, claims: PhraseList): boolean {
  return claims
    .find(sentence)
    .some(
      ({ from, to }) =>
        !(/\bcan$/iu.test(sentence.slice(from, to)) && describing.test(sentence.slice(to, to + 16))),
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
