import { type Node, Slice } from 'prosemirror-model';
import type { RichDoc } from '../narrative/richText';
import { narrativeSchema } from '../narrative/schema';
import { type ChangePlace, findChange, findChangeAt, type Suggested } from './findChange';
import type { Placement } from './placeAnchor';
import { readDocText } from './readPartText';

/**
 * A text with a suggestion carried out; `conflict` when the text there is no longer what was read then. A place that is
 * known may be given.
 */
export function applyChange(doc: RichDoc, suggested: Suggested, placement?: Placement): RichDoc | 'conflict' {
  const node = narrativeSchema.nodeFromJSON(doc);
  const text = readDocText(doc);
  const place = placement
    ? findChangeAt(node, { text, suggested, placement })
    : findChange(node, text, suggested);
  const changed = place && carryOut(node, place);
  return changed ? (changed.toJSON() as RichDoc) : 'conflict';
}

/** The document with the change in it; null where it would not be one, or would lose a fixed section. */
export function carryOut(doc: Node, { from, to, content }: ChangePlace): Node | null {
  try {
    const changed = doc.replace(from, to, new Slice(content, 0, 0));
    changed.check();
    return fixedSections(changed) === fixedSections(doc) ? changed : null;
  } catch {
    return null;
  }
}

function fixedSections(doc: Node): string {
  const keys: unknown[] = [];
  doc.descendants((node) => {
    if (node.type.name === 'section' && node.attrs.fixed === true) keys.push(node.attrs.key);
    return !node.isTextblock;
  });
  return JSON.stringify(keys);
}
