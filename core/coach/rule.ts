import type { PartKey } from '../narrative/parts';
import type { CoachDocument } from './coachDocument';
import type { CoachBlock } from './reading/coachBlock';
import type { CoachPiece } from './reading/coachPiece';
import type { TextRange } from './reading/textRange';
import type { PhraseList } from './reading/words';

/** From what blocks a review to what is only worth a look. */
export const coachLevels = ['stop', 'fix', 'look'] as const;
export type CoachLevel = (typeof coachLevels)[number];

/** Words a rule asks about. */
export interface Hit extends TextRange {
  part: PartKey;
  section: string;
  /** The marked words; '' when the question is about something that is missing. */
  quote: string;
  /** Which of the rule's questions to ask; the first one when absent. */
  variant?: string;
  /** Words for the slots of the question, beside {words}, {product} and {company}. */
  slots?: Readonly<Record<string, string>>;
  /** Weighs lighter or heavier than the rule's own level. */
  level?: CoachLevel;
}

/** What a team or we ourselves settled for one rule. */
export interface RuleSettings {
  /** A number of the rule, by name; throws when the data has none, which is reported as a problem. */
  threshold(name: string): number;
  /** A word list in the language of the narrative; empty when there is none. */
  phrases(list: string): PhraseList;
}

/** How much of a narrative a rule must see: a rule of scope 'block' finds the same in a block alone. */
export type RuleScope = 'block' | 'narrative';

/** One check: a pure function, its number in the method's list and how it weighs. */
export interface CoachRule {
  readonly id: string;
  readonly number: number;
  readonly level: CoachLevel;
  readonly scope: RuleScope;
  /** Asks for the manner of a release: only worth a look in a text that does not have its form. */
  readonly manner?: true;
  /** What the words rest on answers the question: a source, or that it is only assumed. */
  readonly answeredByEvidence?: true;
  /** Which of many light findings to show: the first ones, the longest, or the strongest claims. */
  readonly worst?: 'longest' | 'strongest';
  readonly find: (document: CoachDocument, settings: RuleSettings) => Hit[];
}

type HitExtras = Pick<Hit, 'variant' | 'slots' | 'level'>;

/** A hit on words of a block, space around them left out; offsets count in the block. */
export function hitIn(block: CoachBlock, range: TextRange, extras: HitExtras = {}): Hit {
  const { part, section } = block;
  const words = block.text.slice(range.from, range.to);
  const quote = words.trim();
  const from = block.from + range.from + words.indexOf(quote);
  return { part, section, from, to: from + quote.length, quote, ...extras };
}

/** A hit on a whole section or item whose words are not themselves in question. */
export function hitOn(place: Pick<CoachPiece, 'part' | 'section'>, extras: HitExtras = {}): Hit {
  return { part: place.part, section: place.section, from: 0, to: 0, quote: '', ...extras };
}
