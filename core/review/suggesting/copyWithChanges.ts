import * as Y from 'yjs';
import { writeChange } from '../decideSuggestions';
import type { ReviewRecordOf } from '../reviewRecord';

type Suggestion = ReviewRecordOf<'suggestion'>;

/** A private copy of a shared document, with the suggestions carried out in it that still fit. */
export interface CopyWithChanges {
  doc: Y.Doc;
  carried: Suggestion[];
}

/**
 * Copies a shared document and carries suggestions out in the copy, in order. What stays keeps its characters, so that
 * anchors hold in both and later changes of the original can be taken over.
 */
export function copyWithChanges(original: Y.Doc, suggestions: readonly Suggestion[]): CopyWithChanges {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(original));
  const carried: Suggestion[] = [];
  doc.transact(() => {
    for (const suggestion of suggestions) if (writeChange(doc, suggestion)) carried.push(suggestion);
  });
  return { doc, carried };
}
