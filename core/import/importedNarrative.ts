import type { NarrativeMeta } from '../narrative/meta';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import type { PartKey } from '../narrative/parts';
import type { ExportMark } from '../review/exportMark';
import type { ReviewRecord } from '../review/reviewRecord';

/** Where blocks of an imported text landed; `section` is a section key, or '' for a part without sections. */
export interface Placement {
  part: PartKey;
  section: string;
  blocks: number;
}

export const surenessLevels = ['sure', 'guess', 'unplaced'] as const;

/** One block of an imported text: a paragraph of a section, a question with its answer, a use case, a manual. */
export interface ImportedBlock {
  /** How it begins, to tell it by. */
  words: string;
  part: PartKey;
  section: string;
  /** Its place among the blocks of its section, or of its part. */
  index: number;
  sure: (typeof surenessLevels)[number];
  /** Why it is there, as a sentence. */
  reason: string;
}

/**
 * Whether sections of a release that no title names are guessed by what stands in them. A check of a lone file takes
 * only what it is told, because nobody looks over the places before the questions are asked.
 */
export type Placing = 'guess' | 'told';

/** What was read out of a text from outside. Nothing of the text is dropped without a doubt about it. */
export interface ImportedNarrative {
  content: NarrativeContent;
  /** Only what the text itself says about the narrative. */
  meta: Partial<NarrativeMeta>;
  title: string;
  parts: Placement[];
  /** What a person should look at, one sentence each. */
  doubts: string[];
  /** Who says to have written in the file last; absent where nobody does. */
  by?: string;
  /** What the file says about the export that it came from; absent where it never was one. */
  mark?: ExportMark;
  /** Where each block of a text that somebody wrote elsewhere was placed; empty for one that says so itself. */
  blocks: ImportedBlock[];
  /** Remarks and suggestions that the file held besides its text; absent where it can hold none. */
  review?: ReviewRecord[];
}
