import type { CoachBlock } from '../coach/reading/coachBlock';
import { findNumbers, type Quantity } from '../coach/reading/findNumbers';
import { splitWords } from '../coach/reading/words';
import type { Disagreement, Mention } from './factPlace';
import { toMeasure } from './measures';

/** A number with what it is about. */
export interface LimitMention extends Mention {
  /** What may be compared with each other: a measure such as time, or the thing that is counted. */
  dimension: string;
  /** Words of its sentence that carry meaning. */
  about: ReadonlySet<string>;
  isLimit: boolean;
}

const atMost =
  /(?:up to|at most|no more than|not more than|a maximum of|maximum|max\.?|limited to|limit of|within|under|less than|fewer than|below|as many as|bis zu|höchstens|maximal|innerhalb von|binnen|weniger als)\s*$/iu;
const atMostAfter = /^\s*(?:at most|maximum|or fewer|or less|at the most|höchstens)/iu;
const atLeast = /(?:at least|a minimum of|minimum|mindestens)\s*$/iu;
const kept = /(?:after|for|nach|für)\s*$/iu;
const share = /^\s*(?:per|a|an|each|every|pro|je|im)\s+(?<noun>\p{L}+)/iu;
/** Things that anything may be counted in; their number alone says nothing about one limit. */
const anything: ReadonlySet<string> = new Set(
  'people person persons times time users customers items things percent leute personen mal nutzer kunden'.split(
    ' ',
  ),
);
const empty: ReadonlySet<string> = new Set(
  'the a an and or of to in on at for by is are was were be been it its this that these those you your we our they their he she his her with from as if when while then than not no can may will must have has had do does up most least more less within after before every each per only also all any one who which what how there here but so into out over under about until takes take gets get der die das ein eine und oder von zu im am für ist sind wird werden es sie wir ihr mit aus auf bei nicht kann bis nach pro je als wenn'.split(
    ' ',
  ),
);

/** Numbers with a unit in what the narrative says about the product. */
export function findLimits(blocks: readonly CoachBlock[]): LimitMention[] {
  return blocks.filter(isRead).flatMap((block) =>
    block.sentences.flatMap((sentence) => {
      const text = block.prose.slice(sentence.from, sentence.to);
      const numbers = findNumbers(text);
      if (numbers.length === 0) return [];
      return numbers.flatMap((number) => {
        const limit = readLimit(text, number);
        if (!limit) return [];
        const range = { from: sentence.from + number.from, to: sentence.from + number.to };
        return [{ block, range, about: wordsAbout(text), ...limit }];
      });
    }),
  );
}

/** The number that a value holds, as an id; null when it holds none. */
export function limitId(value: string): string | null {
  const [number] = findNumbers(value);
  return number ? (toMeasure(number)?.id ?? String(number.value)) : null;
}

/** Limits in different parts that are about the same and differ. */
export function disagreeingLimits(limits: readonly LimitMention[]): Disagreement[] {
  const compared = limits.filter(({ isLimit }) => isLimit);
  return compared.flatMap((one, at) =>
    compared
      .slice(at + 1)
      .filter(
        (other) => one.block.part !== other.block.part && one.id !== other.id && isSameLimit(one, other),
      )
      .filter((other) => !isToldIn(compared, one, other) && !isToldIn(compared, other, one))
      .map((other) => ({ one, other })),
  );
}

/** True when both numbers limit the same thing. */
export function isSameLimit(one: LimitMention, other: LimitMention): boolean {
  if (one.dimension !== other.dimension) return false;
  const [noun = ''] = one.dimension.split('/');
  const isThing = !noun.startsWith('in ') && !anything.has(noun);
  if (isThing) return true;
  const shared = [...one.about].filter((word) => other.about.has(word)).length;
  const fewest = Math.min(one.about.size, other.about.size);
  return shared >= 2 && shared / fewest >= 0.4;
}

/** A part that names both values tells of two cases. */
function isToldIn(limits: readonly LimitMention[], one: LimitMention, other: LimitMention): boolean {
  return limits.some(
    (each) => each.block.part === one.block.part && each.id === other.id && isSameLimit(each, other),
  );
}

function isRead({ part, section, isCode }: CoachBlock): boolean {
  if (isCode || section === 'problem' || section === 'about') return false;
  return part === 'release' || part === 'customerFaq' || part === 'manuals';
}

function readLimit(
  text: string,
  number: Quantity,
): Pick<LimitMention, 'dimension' | 'id' | 'isLimit'> | null {
  if (number.kind === 'money' || number.kind === 'share') return null;
  const before = text.slice(Math.max(0, number.from - 24), number.from);
  const after = text.slice(number.to, number.to + 30);
  const isMost = atMost.test(before) || atMostAfter.test(after);
  const measure = toMeasure(number);
  const isLimit = isMost || atLeast.test(before) || (measure?.dimension === 'in time' && kept.test(before));
  const noun = share.exec(after)?.groups?.noun?.toLowerCase() ?? '';
  const counted = measure?.dimension ?? number.unit;
  if (counted === '') return null;
  return {
    dimension: [counted, noun, atLeast.test(before) ? 'least' : ''].join('/'),
    id: measure?.id ?? String(number.value),
    isLimit,
  };
}

function wordsAbout(text: string): ReadonlySet<string> {
  const words = splitWords(text).map(({ lower }) => lower);
  return new Set(words.filter((word) => word.length > 2 && !empty.has(word) && !/^\d/u.test(word)).map(stem));
}

/** Close enough for English and German endings: two words with one beginning are one. */
const stem = (word: string): string => word.replace(/(?:ies|es|s|ed|ing|en|er)$/u, '').slice(0, 7);
