import type * as Y from 'yjs';
import type { DatelineError } from '../../../core/api/errors';
import type { Notice } from '../../../core/api/shapes';
import type { NarrativeId, NarrativeMeta } from '../../../core/narrative/meta';
import type { PartKey } from '../../../core/narrative/parts';

/** The one place that knows whether words are safe. `saved` is only ever said after the host said so. */
export type SaveStatus =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'unsaved' }
  | { kind: 'failed'; error: DatelineError };

/** An open narrative in this window: its shared document, its undo history and its saving. */
export interface NarrativeSession {
  readonly id: NarrativeId;
  readonly doc: Y.Doc;
  fragment(part: PartKey): Y.XmlFragment;
  /** One history for each part, kept while the narrative is open, so that undo survives switching parts. */
  undoManager(part: PartKey): Y.UndoManager;
  meta(): NarrativeMeta;
  status(): SaveStatus;
  notices(): readonly Notice[];
  /** Called after any change of status, meta or notices (not of text); returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
  /** Saves what is pending at once; resolves when it is durable, rejects with the reason when it is not. */
  flush(): Promise<void>;
  close(): void;
}
