import type { GrammarFinding } from '../../core/api/shapes';
import type { PartKey } from '../../core/narrative/parts';

/** A stretch of text that is looked at by itself: a paragraph, a heading, a question. */
export interface GrammarLine {
  section: string;
  /** Offset of the line in the plain text of its section, item or plain part. */
  from: number;
  text: string;
}

export interface GrammarRequest {
  request: number;
  part: PartKey;
  lines: GrammarLine[];
  /** Language tag of the narrative; it says whose English is meant. */
  language: string;
  dictionary: string[];
}

export interface GrammarReply {
  request: number;
  findings: GrammarFinding[];
}
