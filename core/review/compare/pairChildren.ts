import type { Node } from 'prosemirror-model';
import { attributesKey } from './nodeKey';
import { type BlockPair, pairBlocks } from './pairBlocks';

/** Which children of a node are which of another; `added` are those of the other, in the order they would stand in. */
export function pairChildren(was: Node, now: Node): { added: readonly Node[]; pairs: readonly BlockPair[] } {
  const added = inKnownOrder(was.children, now.children);
  return { added, pairs: pairsOf(was, added) };
}

function pairsOf(was: Node, now: readonly Node[]): readonly BlockPair[] {
  if (was.type.name === 'tableRow') return was.children.map((_cell, index) => [index, index]);
  return pairBlocks(was.children, now);
}

/** Fixed sections stand in their order, whatever order a copy brought them back in. */
function inKnownOrder(was: readonly Node[], now: readonly Node[]): readonly Node[] {
  const keys = was.filter(isFixed).map(({ attrs }) => attrs.key);
  const isKnown = (node: Node) => isFixed(node) && keys.includes(node.attrs.key);
  const known = now.filter(isKnown).sort((a, b) => keys.indexOf(a.attrs.key) - keys.indexOf(b.attrs.key));
  let next = 0;
  return now.map((node) => (isKnown(node) ? (known[next++] ?? node) : node));
}

/** A table of another shape, or a picture, is compared as a whole. */
export function canCompareInside(was: Node, now: Node): boolean {
  if (was.type !== now.type || was.isLeaf || attributesKey(was) !== attributesKey(now)) return false;
  if (was.type.name === 'table') return columnsOf(was) > 0 && columnsOf(was) === columnsOf(now);
  if (was.type.name !== 'tableRow') return true;
  const isSameCell = (cell: Node, index: number) => {
    const other = now.maybeChild(index);
    return other?.type === cell.type && attributesKey(other) === attributesKey(cell);
  };
  return was.childCount === now.childCount && was.children.every(isSameCell);
}

/** How many cells each row has; 0 where they differ. */
function columnsOf(table: Node): number {
  const counts = new Set(table.children.map((row) => row.childCount));
  return counts.size === 1 ? ([...counts][0] ?? 0) : 0;
}

/** True for a section that every text of its part has. */
export const isFixed = (node: Node): boolean => node.type.name === 'section' && node.attrs.fixed === true;
