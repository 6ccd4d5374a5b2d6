import { type CoachDocument, releaseProse } from '../coachDocument';
import { findClaims } from '../reading/claimedNumbers';
import type { CoachBlock } from '../reading/coachBlock';
import { hasEvidence, type SourceLists, sourceLists } from '../reading/evidence';
import type { Quantity } from '../reading/findNumbers';
import type { TextRange } from '../reading/textRange';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const judged = new Set(['heading', 'subheading', 'summary', 'problem', 'solution', '']);

/**
 * Finds numbers about the world that nobody can trace. What the product costs and promises is the company's
 * own to say, so outside of the problem only shares, multiples and comparisons are asked about.
 */
export function findNumberWithoutSource(document: CoachDocument, settings: RuleSettings): Hit[] {
  const sources = sourceLists(settings);
  return releaseProse(document)
    .filter(({ section, source }) => judged.has(section) && source.kind !== 'title')
    .flatMap((block) =>
      block.sentences.flatMap((sentence) => {
        const loose = looseIn(block, sentence, sources);
        const [first, last] = [loose[0], loose.at(-1)];
        if (!first || !last) return [];
        // One source answers for a whole sentence, so it is asked about once, from its first number to its last.
        const range = { from: sentence.from + first.from, to: sentence.from + last.to };
        return [hitIn(block, range, loose.length > 1 ? { variant: 'several' } : {})];
      }),
    );
}

/** Claims of a sentence that nothing beside it backs; offsets count in the sentence. */
function looseIn(block: CoachBlock, sentence: TextRange, sources: SourceLists): Quantity[] {
  const words = block.prose.slice(sentence.from, sentence.to);
  const claims = findClaims(words, block.section === 'problem').filter(
    ({ kind }) => block.section !== '' || kind === 'percent' || kind === 'multiple' || kind === 'share',
  );
  return claims.length === 0 || hasEvidence(block, sentence, sources) ? [] : claims;
}
