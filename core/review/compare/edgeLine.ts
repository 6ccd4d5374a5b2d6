import type { Node } from 'prosemirror-model';
import type { PositionRange } from '../createAnchor';
import { nodeKey } from './nodeKey';
import { canCompareInside, isFixed, pairChildren } from './pairChildren';

type Side = 'before' | 'after';

/** The last or first line of a block, where it stands, and how many blocks the block is around it. */
export function lineOf(block: Node, from: number, side: Side): { at: PositionRange; level: number } | null {
  let [node, position, level] = [block, from, 0];
  while (!node.isTextblock && !node.isLeaf) {
    const child = side === 'after' ? node.lastChild : node.firstChild;
    if (!child) return null;
    position += 1 + (side === 'after' ? node.content.size - child.nodeSize : 0);
    node = child;
    level += 1;
  }
  const at = node.isLeaf
    ? { from: position, to: position + 1 }
    : { from: position + 1, to: position + 1 + node.content.size };
  return { at, level };
}

/**
 * What becomes of the last or first line of a block once all of it is carried out: 2 where it stays as it is, 1 where
 * its words change, 0 where it is another or none.
 */
export function lineFate(was: Node, now: Node, side: Side): 0 | 1 | 2 {
  if (nodeKey(was) === nodeKey(now)) return lineOf(was, 0, side) ? 2 : 0;
  if (!canCompareInside(was, now)) return 0;
  if (was.isTextblock) return 1;
  const { added, pairs } = pairChildren(was, now);
  const index = side === 'after' ? was.childCount - 1 : 0;
  const child = was.maybeChild(index);
  const other = added[pairs.find(([i]) => i === index)?.[1] ?? -1];
  if (child && other) return lineFate(child, other, side);
  return child && isFixed(child) && lineOf(child, 0, side) ? 2 : 0;
}
