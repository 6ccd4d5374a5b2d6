import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { type Cell, cellsOf, isContainer, isItem } from './cells';
import { asStructureChange } from './sectionGuard';

interface Range {
  from: number;
  to: number;
}

/**
 * Deletes a selection that reaches over several sections or items: whole items go, sections and labels keep
 * their place and lose only the selected words. The caret ends where the selection began.
 */
export function clearAcross(state: EditorState): Transaction {
  const { $from, $to, from, to } = state.selection;
  const depth = $from.sharedDepth($to.pos);
  const tr = asStructureChange(state.tr);
  const parent = $from.node(depth);
  const { cells, items } = splitRange(tr.doc, { parent, start: $from.start(depth) }, { from, to });
  for (const change of [...cells, ...items].sort((a, b) => b.from - a.from)) clear(tr, change, { from, to });
  const caret = Math.min(tr.mapping.map(from, -1), tr.doc.content.size);
  const $caret = tr.doc.resolve(caret);
  tr.setSelection(
    $caret.parent.isTextblock ? TextSelection.create(tr.doc, caret) : Selection.near($caret, 1),
  );
  return tr.scrollIntoView();
}

type Change = Cell | { kind: 'item'; from: number; to: number };

/** What the range touches: items it covers as a whole, and the cells of everything else. */
function splitRange(doc: ProseMirrorNode, at: { parent: ProseMirrorNode; start: number }, range: Range) {
  const items: Change[] = [];
  const touched = (from: number, to: number) => from < range.to && to > range.from;
  at.parent.forEach((child, offset) => {
    const from = at.start + offset;
    const to = from + child.nodeSize;
    if (!touched(from, to)) return;
    if (isItem(child) && coversText(doc, { from, to }, range)) items.push({ kind: 'item', from, to });
    else if (isContainer(child)) {
      items.push(...splitRange(doc, { parent: child, start: from + 1 }, range).items);
    }
  });
  const inItem = (cell: Cell) => items.some((item) => item.from < cell.from && cell.to < item.to);
  const cells = cellsOf(at.parent, at.start).filter((cell) => touched(cell.from, cell.to) && !inItem(cell));
  return { cells, items };
}

/** True when the range takes in every word between the two positions. */
function coversText(doc: ProseMirrorNode, inner: Range, range: Range): boolean {
  const first = Selection.findFrom(doc.resolve(inner.from), 1, true)?.from ?? inner.from;
  const last = Selection.findFrom(doc.resolve(inner.to), -1, true)?.to ?? inner.to;
  return range.from <= first && range.to >= last;
}

function clear(tr: Transaction, change: Change, range: Range): void {
  if (change.kind === 'item') {
    tr.delete(change.from, change.to);
  } else if (change.kind === 'blocks' && coversText(tr.doc, change, range)) {
    tr.replaceWith(change.from, change.to, tr.doc.type.schema.node('paragraph'));
  } else {
    tr.delete(Math.max(change.from, range.from), Math.min(change.to, range.to));
  }
}
