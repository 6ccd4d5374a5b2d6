import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';

const containerNames: ReadonlySet<string> = new Set([
  'doc',
  'section',
  'faqItem',
  'useCase',
  'step',
  'manual',
]);
const labelNames: ReadonlySet<string> = new Set(['faqQuestion', 'storyFact', 'title']);
const itemNames: ReadonlySet<string> = new Set(['faqItem', 'useCase', 'step', 'manual']);

/** True for nodes that give a part its structure, as against blocks of running text. */
export const isContainer = (node: ProseMirrorNode): boolean => containerNames.has(node.type.name);
/** True for the one-line names of an item: its question, title or story fact. */
export const isLabel = (node: ProseMirrorNode): boolean => labelNames.has(node.type.name);
/** True for what a person may add, move and delete as a whole. */
export const isItem = (node: ProseMirrorNode): boolean => itemNames.has(node.type.name);

/**
 * A stretch that may be edited freely: the text of one label, or the blocks of one container between its
 * labels and inner containers. Edits that reach over two cells would merge what must stay apart.
 */
export interface Cell {
  /** Positions of the cell's content: inside the label, or around its first and last block. */
  from: number;
  to: number;
  kind: 'label' | 'blocks';
}

/** All cells of a node's content, in order; `pos` is where that content starts. */
export function cellsOf(parent: ProseMirrorNode, pos: number): Cell[] {
  const cells: Cell[] = [];
  let open: Cell | null = null;
  parent.forEach((child, offset) => {
    const start = pos + offset;
    if (isLabel(child) || isContainer(child)) {
      open = null;
      if (isLabel(child)) cells.push({ kind: 'label', from: start + 1, to: start + 1 + child.content.size });
      else cells.push(...cellsOf(child, start + 1));
    } else if (open) {
      open.to = start + child.nodeSize;
    } else {
      open = { kind: 'blocks', from: start, to: start + child.nodeSize };
      cells.push(open);
    }
  });
  return cells;
}

/** The cell a position lies in. */
export function cellAt($pos: ResolvedPos): Cell | null {
  const depth = containerDepth($pos);
  const container = $pos.node(depth);
  const start = $pos.start(depth);
  return cellsOf(container, start).find((cell) => cell.from <= $pos.pos && $pos.pos <= cell.to) ?? null;
}

/** Depth of the innermost container around a position; 0 is the part itself. */
export function containerDepth($pos: ResolvedPos): number {
  for (let depth = $pos.depth; depth > 0; depth--) if (isContainer($pos.node(depth))) return depth;
  return 0;
}

/** True when both ends of the selection lie in one cell, so that ordinary editing is safe. */
export function selectionInOneCell(state: EditorState): boolean {
  const { $from, $to, empty } = state.selection;
  if (empty) return true;
  const cell = cellAt($from);
  return cell !== null && $to.pos <= cell.to;
}

/** Where a block that cannot stand inside running text goes: below the block with the caret, in its container. */
export function blockPosition($pos: ResolvedPos): number {
  const depth = containerDepth($pos);
  if ($pos.depth === depth) return $pos.pos;
  if (!isLabel($pos.node(depth + 1))) return $pos.after(depth + 1);
  const below = cellsOf($pos.node(depth), $pos.start(depth)).find(
    (cell) => cell.kind === 'blocks' && cell.from > $pos.pos,
  );
  return below?.from ?? $pos.end(depth);
}
