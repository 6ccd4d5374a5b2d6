import type { RichNode } from '../../narrative/richText';
import type { TextStretch } from '../../review/findQuote';
import type { TextChange } from '../../review/textChange';

/** Who wrote something, and when, as a file from outside says it. */
export interface ForeignAuthor {
  by: string;
  at: string;
}

/** A remark on words of a text from outside; one that answers another has no words of its own. */
export interface ForeignRemark extends ForeignAuthor {
  /** What the file calls it. */
  key: string;
  text: string;
  /** `key` of the remark that it answers; '' for one that begins a thread. */
  answers: string;
  isResolved: boolean;
  /** Null where the file does not say which words. */
  stretch: TextStretch | null;
}

/** A tracked change. */
export interface ForeignChange extends ForeignAuthor {
  change: TextChange;
  stretch: TextStretch | null;
}

/** What a text from outside says besides its words; `source` is the text that stretches are of. */
export interface ForeignReview {
  source: string;
  remarks: readonly ForeignRemark[];
  changes: readonly ForeignChange[];
}

/** The words of nodes, which say what a change is. */
export const wordsOfNodes = (nodes: readonly RichNode[]): string =>
  nodes.map((node) => node.text ?? `\n${wordsOfNodes(node.content ?? [])}`).join('');
