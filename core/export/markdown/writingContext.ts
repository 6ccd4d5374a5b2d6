import type { PartKey } from '../../narrative/parts';
import type { ExportDocument } from '../exportDocument';
import type { ExportWarnings } from '../exportWarnings';
import type { Anchors } from '../thread/anchors';
import type { ReferencesOf } from '../thread/references';
import type { ClaimNotes } from './claimNotes';

/** What writing a block may need: where it stands, the footnotes so far, and whom to tell of losses. */
export interface WritingContext {
  part: PartKey;
  warnings: ExportWarnings;
  /** Texts of the footnotes in order of appearance; the reference to one is its place in this list. */
  footnotes: string[];
  claims: ClaimNotes;
  document: ExportDocument;
  anchors: Anchors;
  /** What stands behind the words of a promise; nothing the second time it is asked. */
  referencesOf: ReferencesOf;
  /** Where the drawing of a screen lies beside the text; null where its file is missing. */
  drawingPath: (asset: string) => string | null;
}
