import { anyOf } from './anyOf';
import type { CoachBlock } from './coachBlock';
import type { TextRange } from './textRange';
import type { PhraseList } from './words';

const months = anyOf(
  'january|february|march|april|may|june|july|august|september|october|november|december',
  'januar|februar|märz|mai|juni|juli|oktober|dezember|spring|summer|autumn|winter|q[1-4]',
);
const leading = '(?:in|since|during|between|for|from|of|until|seit|im|vom) (?:the )?';
const datedSource = new RegExp(
  String.raw`(?<!\p{L})(?:${leading}|${months},? (?:of )?)(?:19|20)\d\d(?!\d)`,
  'iu',
);
const year = /(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)/u;
/** "(Statista, 2026)" */
const citation = /\(\p{Lu}[^()]{1,80}?\b(?:19|20)\d\d\)/u;
/** Somebody looked: "a 2025 federal report found". */
const lookedWords = anyOf(
  'found|finds|showed|shows|reported|reports|recorded|tracked|counted|surveyed|measured',
  'documented|concluded|calculated|ergab|ergaben|zeigte|zeigten|zählte|zählten|fand|fanden',
  'ermittelte',
);
const looked = new RegExp(String.raw`(?<!\p{L})${lookedWords}(?!\p{L})`, 'iu');

/**
 * True when words stand beside something that says where they are from: a mark such as [ASSUMED], a link, a
 * footnote, a dated source, or words such as "according to". The sentence before counts, too. A year beside a
 * verb of finding out counts in the sentence itself.
 */
export function hasEvidence(block: CoachBlock, range: TextRange, sources: PhraseList): boolean {
  const { sentences, text, source } = block;
  const sentence = block.sentenceAt(range.from);
  const at = block.sentenceIndexAt(range.from);
  const before = at > 0 ? sentences[at - 1] : undefined;
  const near = { from: before?.from ?? sentence.from, to: nextMark(block, sentence.to) };
  const inside = (offset: number) => offset >= near.from && offset <= near.to;
  if (block.honestMarks.some(({ from }) => inside(from))) return true;
  if (source.links.some(({ from }) => inside(from)) || source.notes.some(inside)) return true;
  const words = text.slice(near.from, near.to);
  const own = text.slice(sentence.from, sentence.to);
  return (
    datedSource.test(words) ||
    citation.test(words) ||
    sources.has(words) ||
    (year.test(own) && looked.test(own))
  );
}

/** A mark may stand right behind the full stop. */
function nextMark(block: CoachBlock, to: number): number {
  const mark = block.honestMarks.find(({ from }) => from >= to && from - to <= 3);
  return mark ? mark.to : to;
}
