import { plainText } from '../../narrative/plainText';
import type { RichNode } from '../../narrative/richText';
import { narrativeSchema } from '../../narrative/schema';
import { atomCharacter } from '../../review/partText';
import { nodeSize } from './markSpans';

/** A block with where it stands; positions are counted as ProseMirror counts them. */
export interface PlacedBlock {
  node: RichNode;
  from: number;
  to: number;
  parent: RichNode;
  /** Among the children of its parent. */
  index: number;
}

/** The blocks around a position, outermost first. */
export function blocksAround(doc: RichNode, position: number): PlacedBlock[] {
  const found: PlacedBlock[] = [];
  let parent: RichNode | undefined = doc;
  let start = 0;
  while (parent) {
    const next = childAround(parent, start, position);
    if (!next) break;
    found.push(next);
    parent = isTextblock(next.node) ? undefined : next.node;
    start = next.from + 1;
  }
  return found;
}

function childAround(parent: RichNode, start: number, position: number): PlacedBlock | null {
  let from = start;
  for (const [index, node] of (parent.content ?? []).entries()) {
    const to = from + nodeSize(node);
    const isInside = node.content || isTextblock(node) ? from < position && position < to : from === position;
    if (isInside) return { node, from, to, parent, index };
    from = to;
  }
  return null;
}

/** True for a block whose children are words. */
export const isTextblock = (node: RichNode): boolean =>
  narrativeSchema.nodes[node.type]?.isTextblock ?? false;

/** True where all of these nodes may stand among the children of a block. */
export function accepts(parent: RichNode, nodes: readonly RichNode[]): boolean {
  const start = narrativeSchema.nodes[parent.type]?.contentMatch;
  return nodes.every(({ type }) => {
    const child = narrativeSchema.nodes[type];
    return child !== undefined && start?.matchType(child) !== null && start !== undefined;
  });
}

/** Whether nodes from elsewhere are as the schema wants them. */
export function areSound(nodes: readonly RichNode[]): boolean {
  try {
    for (const node of nodes) narrativeSchema.nodeFromJSON(node).check();
    return true;
  } catch {
    return false;
  }
}

/** The inline nodes between two offsets of a line. */
export function inlinesBetween(line: RichNode, from: number, to: number): RichNode[] {
  let at = 0;
  return (line.content ?? []).flatMap((node): RichNode[] => {
    const start = at;
    at += nodeSize(node);
    if (node.type !== 'text') return from <= start && at <= to ? [node] : [];
    const text = (node.text ?? '').slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === '' ? [] : [{ ...node, text }];
  });
}

/** Words as anchors count them: whatever is no letter is one character. */
export const countedText = (nodes: readonly RichNode[]): string =>
  nodes.map((node) => (node.type === 'text' ? plainText(node) : atomCharacter)).join('');
