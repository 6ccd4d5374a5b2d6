import type { PartKey } from '../narrative/parts';
import type { EndKind } from './threadLink';

/** What the map has a column for. A target is a source card too, but it is what a number proves. */
export const threadColumns = ['faq', 'step', 'screen', 'howTo', 'metric', 'evidence'] as const;
export type ThreadColumn = (typeof threadColumns)[number];

/** A thing that can keep a promise, as the narrative has it now. */
export interface ThreadEnd {
  kind: EndKind;
  id: string;
  column: ThreadColumn;
  /** It in a line; never ''. */
  words: string;
  /** All its words, to be compared with the words of promises. */
  text: string;
  /** Where it stands: `section` is the item that holds it, '' where it stands nowhere. */
  place: { part: PartKey; section: string };
  /** Where and what it is, for a second line: "Customer FAQ, question 2, answered". */
  note: string;
  isBlank: boolean;
}
