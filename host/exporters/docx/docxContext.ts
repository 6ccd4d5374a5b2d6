import type { ExportAsset } from '../../../core/export/exportDocument';
import type { ExportWarnings } from '../../../core/export/exportWarnings';
import type { Revision } from '../../../core/export/reading/readingNode';
import type { DocxRemarks } from './docxRemarks';
import type { RunContext } from './writeText';

/** What blocks of one document share while it is written. */
export interface DocxContext extends RunContext {
  assets: ReadonlyMap<string, ExportAsset>;
  warnings: ExportWarnings;
  remarks: DocxRemarks;
  /** Texts of the footnotes in order of appearance. */
  footnotes: string[];
  /** Numbers that numbered lists begin with; each has a numbering of its own. */
  starts: Set<number>;
  /** How many numbered lists there were; each counts for itself. */
  lists: number;
  /** False where the document is too long to work out on which page its things are. */
  knowsPages: boolean;
  /** How many pictures there were; each has a number of its own. */
  pictures: number;
  /** Names of the sections that the next paragraph begins. */
  sections: string[];
}

/** Where a block stands. */
export interface DocxPlace {
  /** How deep in lists and quotations. */
  depth: number;
  /** Style of its paragraphs; null for that of the text. */
  style: string | null;
  /** Width in pixels that a picture has here. */
  width: number;
  /** The suggestion that puts everything here in or takes it out; null for text that stays. */
  revision: Revision | null;
  /** True for words about the picture that follows, which belong on its page. */
  keepsNext?: boolean;
  /** In cells: where lines stand, and how their words look. */
  alignment?: 'start' | 'center' | 'end';
  look?: { bold?: boolean };
}

/** The name of a place that links lead to: word processors take letters, digits and low lines. */
export const bookmarkName = (anchor: string): string => anchor.replaceAll('-', '_');
