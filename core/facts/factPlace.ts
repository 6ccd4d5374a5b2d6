import type { CoachBlock } from '../coach/reading/coachBlock';
import type { TextRange } from '../coach/reading/textRange';
import type { PartKey } from '../narrative/parts';

/** Where a narrative tells a fact, as plain data. */
export interface FactPlace {
  part: PartKey;
  /** Section key or item id; '' for a plain part. */
  section: string;
  /** Offsets of the words in the section's plain text. */
  from: number;
  to: number;
  words: string;
  /** The sentence around the words. */
  sentence: string;
}

/** Words of a block that tell a fact. Mentions with the same id say the same. */
export interface Mention {
  block: CoachBlock;
  range: TextRange;
  id: string;
}

/** Two mentions that cannot both be true. */
export interface Disagreement {
  one: Mention;
  other: Mention;
}

export function toPlace({ block, range }: Omit<Mention, 'id'>): FactPlace {
  const sentence = block.sentenceAt(range.from);
  return {
    part: block.part,
    section: block.section,
    from: block.from + range.from,
    to: block.from + range.to,
    words: wordsOf({ block, range }),
    sentence: block.text.slice(sentence.from, Math.max(sentence.to, range.to)).trim(),
  };
}

export const wordsOf = ({ block, range }: Omit<Mention, 'id'>): string =>
  block.text.slice(range.from, range.to);
