import { type CoachDocument, releaseProse } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { hasEvidence } from '../reading/evidence';
import { findNumbers, type Quantity } from '../reading/findNumbers';
import { perSentence } from '../reading/perSentence';
import type { TextRange } from '../reading/textRange';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const judged = new Set(['heading', 'subheading', 'summary', 'problem', 'solution', '']);
/** "7 of 10" is a rate; "71 of 120 homes" says itself how many were counted. */
const roundWholes = new Set([2, 3, 4, 5, 10, 100, 1000]);
const comparingWords = anyOf(
  String.raw`faster|slower|cheaper|more than|\d+ ?x|twice|as many|waiting|less than|fewer|saves?|saved`,
  String.raw`saving|cuts?|reduc\w{1,6}|increas\w{1,6}|improv\w{1,6}|down from|up from|drops?|dropped|rose`,
  String.raw`fell|already|wast\w{1,4}|lose|losing|spend|on average|schneller|günstiger|spart|weniger`,
  'mehr als',
);
const comparing = new RegExp(String.raw`\b${comparingWords}\b`, 'iu');

/**
 * Finds numbers about the world that nobody can trace. What the product costs and promises is the company's
 * own to say, so outside of the problem only shares, multiples and comparisons are asked about.
 */
export function findNumberWithoutSource(document: CoachDocument, settings: RuleSettings): Hit[] {
  const sources = settings.phrases('sources');
  return releaseProse(document)
    .filter(({ section, source }) => judged.has(section) && source.kind !== 'title')
    .flatMap((block) => {
      const isBacked = perSentence(block, (sentence) => hasEvidence(block, sentence, sources));
      const compares = perSentence(block, ({ from, to }) => comparing.test(block.prose.slice(from, to)));
      const loose = findNumbers(block.prose).filter(
        (number) => isClaim(block, number, compares) && !isBacked(number.from),
      );
      return joinedBySentence(block, loose).map(({ count, ...range }) =>
        hitIn(block, range, count > 1 ? { variant: 'several' } : {}),
      );
    });
}

interface JoinedNumbers extends TextRange {
  count: number;
}

/** One source answers for a whole sentence, so it is asked about once, from its first number to its last. */
function joinedBySentence(block: CoachBlock, numbers: readonly TextRange[]): JoinedNumbers[] {
  const joined = new Map<number, JoinedNumbers>();
  for (const { from, to } of numbers) {
    const sentence = block.sentenceAt(from).from;
    const before = joined.get(sentence);
    joined.set(sentence, { from: before?.from ?? from, to, count: (before?.count ?? 0) + 1 });
  }
  return [...joined.values()];
}

function isClaim(block: CoachBlock, number: Quantity, compares: (offset: number) => boolean): boolean {
  // "100 %" and "0 %" are figures of speech more often than measurements.
  if (number.kind === 'percent' && (number.value === 0 || number.value === 100)) return false;
  if (number.kind === 'worded') return false;
  if (number.kind === 'share') return roundWholes.has(number.value);
  if (block.section === 'problem') return true;
  if (number.kind === 'percent' || number.kind === 'multiple') return true;
  return block.section !== '' && number.value > 1 && compares(number.from);
}
