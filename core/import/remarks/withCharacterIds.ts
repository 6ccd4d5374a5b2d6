import type * as Y from 'yjs';
import { partFragment } from '../../narrative/narrativeDoc';
import type { PartKey } from '../../narrative/parts';
import type { Anchor } from '../../review/anchor';
import { createAnchor } from '../../review/createAnchor';
import type { PartText } from '../../review/partText';
import { placeAnchor } from '../../review/placeAnchor';
import { readPartText } from '../../review/readPartText';
import type { ReviewRecord } from '../../review/reviewRecord';

/**
 * The same records with the ids of the characters that they are about in this document, found by their words: ids that
 * they had in another one would mean other characters here.
 */
export function withCharacterIds(records: readonly ReviewRecord[], doc: Y.Doc): ReviewRecord[] {
  const texts = new Map<PartKey, PartText>();
  const textOf = (part: PartKey) => {
    const text = texts.get(part) ?? readPartText(partFragment(doc, part));
    texts.set(part, text);
    return text;
  };
  const known = (given: Anchor): Anchor => {
    const anchor = { ...given, from: null, to: null };
    const text = textOf(anchor.part);
    const placed = placeAnchor(text, anchor);
    if (placed.state === 'orphan' || anchor.item !== '') return anchor;
    const exact = createAnchor(text, anchor.part, placed);
    // Other words would make it another remark.
    return exact.quote === anchor.quote ? exact : anchor;
  };
  return records.map((record) => {
    if ('anchor' in record) return { ...record, anchor: known(record.anchor) };
    if (record.kind !== 'customerAnswer') return record;
    return { ...record, marks: record.marks.map((mark) => ({ ...mark, anchor: known(mark.anchor) })) };
  });
}
