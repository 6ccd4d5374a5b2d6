import { findNumbers, type Quantity } from '../../coach/reading/findNumbers';
import type { TextRange } from '../../coach/reading/textRange';
import { toMeasure } from '../../facts/measures';
import type { TermReader } from '../../thread/threadTerms';
import type { ModelPrompt } from '../records/modelChecks';
import { type Finding, findTerm, markedSegments, type Segment, termsOf, wholeWords } from './markedSegments';
import { isSameDay, readDay } from './readDay';
import { isSameSum, readSums } from './readSum';
import type { StatedWords } from './statedFacts';

/**
 * What an answer is beside the text: `unread` where it cannot be compared, `unanswered` where it was left empty,
 * `unstated` where the text says nothing that it could be compared with.
 */
export type AnswerVerdict = 'same' | 'differs' | 'unread' | 'unanswered' | 'unstated';

export interface ComparedAnswer {
  verdict: AnswerVerdict;
  /** The answer, with what is the text's and what is not. */
  segments: Segment[];
}

/** Lays an answer beside what the text says to the same question. Facts are compared, not how well they are put. */
export function compareAnswer(
  { prompt, said }: { prompt: ModelPrompt; said: string },
  stated: readonly StatedWords[],
  readTerms: TermReader,
): ComparedAnswer {
  const plain: Segment[] = said === '' ? [] : [{ text: said, kind: 'plain' }];
  if (stated.length === 0) return { verdict: 'unstated', segments: plain };
  if (said.trim() === '') return { verdict: 'unanswered', segments: [] };
  const texts = stated.map(({ words }) => words);
  if (prompt === 'price') return comparedSums(said, texts);
  if (prompt === 'date') return comparedDays(said, texts);
  return comparedWords(said, texts, readTerms);
}

/** Every sum that is named has to be one that the text names. */
function comparedSums(said: string, texts: readonly string[]): ComparedAnswer {
  const known = texts.flatMap(readSums);
  const sums = readSums(said);
  return settled(
    said,
    sums.map((sum) => ({ range: sum, isSame: known.some((other) => isSameSum(sum, other)) })),
  );
}

function comparedDays(said: string, texts: readonly string[]): ComparedAnswer {
  const known = texts.flatMap((text) => readDay(text, '')?.day ?? []);
  const named = readDay(said, known[0]?.slice(0, 4) ?? '');
  if (!named || known.length === 0) return settled(said, []);
  const isSame = known.some((day) => isSameDay(day, named.day));
  return settled(said, [{ range: { from: named.from, to: named.from + named.quote.length }, isSame }]);
}

function settled(said: string, findings: readonly Finding[]): ComparedAnswer {
  const segments = markedSegments(said, findings);
  if (findings.length === 0) return { verdict: 'unread', segments };
  return { verdict: findings.every(({ isSame }) => isSame) ? 'same' : 'differs', segments };
}

/** Of the telling words of an answer, at least this share is the text's where both say the same. */
const leastShared = 0.5;

/** Words are compared by their stems, numbers by what they measure: a number that contradicts one of the text differs. */
function comparedWords(said: string, texts: readonly string[], readTerms: TermReader): ComparedAnswer {
  const known = termsOf(texts, readTerms);
  const numbers = comparedNumbers(said, texts.join('\n'));
  const words = wholeWords(said)
    .filter((range) => !numbers.some((number) => touches(range, number.range)))
    .flatMap((range) => findTerm(said, range, { known, readTerms }));
  const findings = [...numbers, ...words].sort((a, b) => a.range.from - b.range.from);
  const segments = markedSegments(said, findings);
  if (findings.length === 0) return { verdict: 'unread', segments };
  const shared = findings.filter(({ isSame }) => isSame).length;
  const isContradicted = numbers.some(({ isSame }) => !isSame);
  const isSame = !isContradicted && shared >= findings.length * leastShared;
  return { verdict: isSame ? 'same' : 'differs', segments };
}

/** Numbers of things that the text has a number for, too. */
function comparedNumbers(said: string, stated: string): Finding[] {
  const known = findNumbers(stated).map(measureOf);
  return findNumbers(said).flatMap((number) => {
    const { dimension, id } = measureOf(number);
    const alike = known.filter((other) => other.dimension === dimension);
    return alike.length === 0 ? [] : [{ range: number, isSame: alike.some((other) => other.id === id) }];
  });
}

function measureOf(number: Quantity): { dimension: string; id: string } {
  const known = toMeasure(number);
  if (known) return known;
  const { kind, value, unit, currency } = number;
  const dimension = kind === 'money' ? currency : `${kind === 'share' ? 'share' : ''} ${singular(unit)}`;
  return { dimension, id: `${value} ${dimension}` };
}

const singular = (unit: string): string => (unit.length > 3 ? unit.replace(/s$/, '') : unit);

const touches = (a: TextRange, b: TextRange): boolean => a.from < b.to && b.from < a.to;
