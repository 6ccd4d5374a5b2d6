import * as Y from 'yjs';
import { DatelineError } from '../../core/api/errors';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeMeta } from '../../core/narrative/meta';
import {
  createNarrativeDoc,
  decodeNarrativeDoc,
  encodeNarrativeDoc,
  type NarrativeContent,
  readNarrativeDoc,
  remoteOrigin,
} from '../../core/narrative/narrativeDoc';
import { findUnknownContent } from '../../core/narrative/preflight';
import { mergeRecords, recordsById } from '../../core/review/mergeRecords';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import { replacedOutside, unknownContent, unreadableChange } from './narrativeErrors';

/** A narrative's shared document and, always in step with it, the file that holds it. */
export interface SharedNarrative {
  /** The last accepted state; whoever writes it to disk writes everything. */
  file(): NarrativeFile;
  /** Takes in a change, or throws `unknown-content`, `changed-outside` or `bad-request` and stays as it was. */
  accept(update: Uint8Array, updatedAt: string): void;
  setMeta(meta: NarrativeMeta): void;
  /** Adds what was said about it. That is no edit, so the time of the last one stays. */
  addReview(records: readonly ReviewRecord[]): void;
}

/** Opens the document in a file. Throws `unknown-content` for one that this build would damage. */
export function openSharedNarrative(initial: NarrativeFile): SharedNarrative {
  let file = initial;
  let doc = decodeNarrativeDoc(Buffer.from(file.yjs, 'base64'));
  refuseUnknown(doc);

  return {
    file: () => file,
    setMeta(meta) {
      file = { ...file, meta };
    },
    addReview(records) {
      file = { ...file, review: mergeRecords(file.review, recordsById(records)) };
    },
    accept(update, updatedAt) {
      try {
        Y.applyUpdateV2(doc, update, remoteOrigin);
        refuseUnknown(doc);
        refuseGaps(doc);
        const content = readNarrativeDoc(doc);
        file = { ...file, ...encoded(doc), content, meta: { ...file.meta, updatedAt } };
      } catch (thrown) {
        // A shared document cannot take a change back, so the last good state is read in again.
        doc = decodeNarrativeDoc(Buffer.from(file.yjs, 'base64'));
        throw thrown instanceof DatelineError ? thrown : unreadableChange();
      }
    },
  };
}

/** A new file for content that was never shared before. */
export function newNarrativeFile(meta: NarrativeMeta, content: NarrativeContent): NarrativeFile {
  const doc = createNarrativeDoc(content);
  return { meta, content: readNarrativeDoc(doc), ...encoded(doc), review: {} };
}

const encoded = (doc: Y.Doc) => ({ yjs: Buffer.from(encodeNarrativeDoc(doc)).toString('base64') });

function refuseUnknown(doc: Y.Doc): void {
  const unknown = findUnknownContent(doc);
  if (unknown.length > 0) throw unknownContent(unknown);
}

/** A change that builds on words this document never had would wait for them, unseen, for ever. */
function refuseGaps(doc: Y.Doc): void {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw replacedOutside();
}
