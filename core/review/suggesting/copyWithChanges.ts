import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { partFragment } from '../../narrative/narrativeDoc';
import type { PartKey } from '../../narrative/parts';
import { writeChange } from '../decideSuggestions';
import { findChange } from '../findChange';
import { partNode } from '../partNode';
import type { PartText } from '../partText';
import { readPartText } from '../readPartText';
import type { ReviewRecordOf } from '../reviewRecord';

type Suggestion = ReviewRecordOf<'suggestion'>;

/** A private copy of a shared document, with the suggestions carried out in it that still fit. */
export interface CopyWithChanges {
  doc: Y.Doc;
  carried: Suggestion[];
}

/**
 * Copies a shared document and carries suggestions out in the copy. What stays keeps its characters, so that
 * anchors hold in both and later changes of the original can be taken over.
 */
export function copyWithChanges(original: Y.Doc, suggestions: readonly Suggestion[]): CopyWithChanges {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(original));
  const carried: Suggestion[] = [];
  doc.transact(() => {
    for (const suggestion of lastFirst(original, suggestions))
      if (writeChange(doc, suggestion)) carried.push(suggestion);
  });
  return { doc, carried };
}

/**
 * From the end of each part to its beginning: a footnote or a break that is put into a line has what stands behind it
 * written anew, and what was to change there would not be found again. Of those at one place, the first comes first.
 */
function lastFirst(original: Y.Doc, suggestions: readonly Suggestion[]): Suggestion[] {
  const parts = new Map<PartKey, { node: Node; text: PartText }>();
  const partOf = (part: PartKey) => {
    const fragment = partFragment(original, part);
    const read = parts.get(part) ?? { node: partNode(part, fragment), text: readPartText(fragment) };
    parts.set(part, read);
    return read;
  };
  const placed = suggestions.map((suggestion) => {
    const { node, text } = partOf(suggestion.anchor.part);
    return { suggestion, from: findChange(node, text, suggestion)?.from ?? 0 };
  });
  return placed.sort((a, b) => b.from - a.from).map(({ suggestion }) => suggestion);
}
