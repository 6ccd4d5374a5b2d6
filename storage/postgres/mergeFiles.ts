import * as Y from 'yjs';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import { mergeMeta } from '../../core/narrative/mergeMeta';
import type { NarrativeMeta } from '../../core/narrative/meta';
import { decodeNarrativeDoc, encodeNarrativeDoc, readNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { mergeRecords } from '../../core/review/mergeRecords';

/** All that two processes have of a narrative. Of its description, what `mine` changed since `base` holds. */
export function mergeFiles(theirs: NarrativeFile, mine: NarrativeFile, base: NarrativeMeta): NarrativeFile {
  const review = mergeRecords(theirs.review, mine.review);
  const meta = mergeMeta(theirs.meta, mine.meta, base);
  if (theirs.yjs === mine.yjs) return { ...mine, meta, review };
  const doc = decodeNarrativeDoc(Buffer.from(theirs.yjs, 'base64'));
  Y.applyUpdateV2(doc, Buffer.from(mine.yjs, 'base64'));
  const yjs = Buffer.from(encodeNarrativeDoc(doc)).toString('base64');
  return { meta, review, content: readNarrativeDoc(doc), yjs };
}
