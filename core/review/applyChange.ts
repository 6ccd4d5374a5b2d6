import { type Node, Slice } from 'prosemirror-model';
import { manualSections } from '../narrative/parts';
import type { RichDoc } from '../narrative/richText';
import { narrativeSchema } from '../narrative/schema';
import { isFixed } from './compare/pairChildren';
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
    return keepsFixedSections(doc, changed) ? changed : null;
  } catch {
    return null;
  }
}

/** Fixed sections stay as they are. A whole manual may come or go, with all that belong to one. */
function keepsFixedSections(was: Node, now: Node): boolean {
  const [before, after] = [fixedSections(was), fixedSections(now)];
  const known = new Set([...before.manuals, JSON.stringify(manualSections.map(({ key }) => key))]);
  return before.others === after.others && after.manuals.every((keys) => known.has(keys));
}

function fixedSections(doc: Node): { manuals: string[]; others: string } {
  const manuals: string[] = [];
  doc.descendants((node) => {
    if (node.type.name === 'manual') manuals.push(JSON.stringify(keysIn(node)));
    return !node.isTextblock;
  });
  return { manuals, others: JSON.stringify(keysIn(doc, 'manual')) };
}

/** Keys of the fixed sections below a node, without those in blocks of one kind. */
function keysIn(node: Node, except = ''): unknown[] {
  const keys: unknown[] = [];
  node.descendants((child) => {
    if (child.type.name === except) return false;
    if (isFixed(child)) keys.push(child.attrs.key);
    return !child.isTextblock;
  });
  return keys;
}
