import type { PartKey } from '../../narrative/parts';
import type { ScreenRecord } from '../../screens/screenRecord';
import type { ExportWarnings } from '../exportWarnings';
import type { ClaimNotes } from './claimNotes';

/** What writing a block may need: where it stands, the footnotes so far, and whom to tell of losses. */
export interface WritingContext {
  part: PartKey;
  warnings: ExportWarnings;
  /** Texts of the footnotes in order of appearance; the reference to one is its place in this list. */
  footnotes: string[];
  claims: ClaimNotes;
  screens: Readonly<Record<string, ScreenRecord>>;
}
