import type { Editor } from '@tiptap/core';
import type { Guidance } from '../../../core/guidance/guidance';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { OpenSession } from '../../editor/session/openSession';
import type { CaretPlace } from './useCaretPlace';
import type { Suggesting } from './useSuggesting';

/** The part on the sheet, as everything around it needs it. */
export interface OpenPart {
  session: OpenSession;
  content: NarrativeContent;
  part: PartKey;
  guidance: Guidance;
  /** Null until the text is bound, and where the part is locked. */
  editor: Editor | null;
  place: CaretPlace;
  suggesting: Suggesting;
  /** Goes to another part, or to a section of it. */
  goTo: (part: PartKey, section?: string) => void;
}
