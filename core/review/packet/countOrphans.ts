import type * as Y from 'yjs';
import { partFragment } from '../../narrative/narrativeDoc';
import type { PartKey } from '../../narrative/parts';
import type { PartText } from '../partText';
import { placeAnchor } from '../placeAnchor';
import { readPartText } from '../readPartText';
import type { ReviewRecord } from '../reviewRecord';

/** How many of these records stand on words that are gone from the text; they are listed with their quotes. */
export function countOrphans(records: readonly ReviewRecord[], doc: Y.Doc): number {
  const texts = new Map<PartKey, PartText>();
  const textOf = (part: PartKey) => {
    const text = texts.get(part) ?? readPartText(partFragment(doc, part));
    texts.set(part, text);
    return text;
  };
  return records.filter(
    (record) =>
      'anchor' in record && placeAnchor(textOf(record.anchor.part), record.anchor).state === 'orphan',
  ).length;
}
