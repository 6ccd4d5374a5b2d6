import { Fragment, type Node } from 'prosemirror-model';
import * as Y from 'yjs';
import type { PartKey } from '../narrative/parts';
import type { RichDoc, RichNode } from '../narrative/richText';
import { narrativeSchema } from '../narrative/schema';
import type { Anchor } from './anchor';
import { compareWords } from './compare/compareWords';
import { attributesKey, nodeKey } from './compare/nodeKey';
import { type BlockPair, pairBlocks } from './compare/pairBlocks';
import { createAnchor, type PositionRange } from './createAnchor';
import { partNode } from './partNode';
import type { PartText } from './partText';
import { readDocText, readPartText } from './readPartText';
import type { TextChange } from './textChange';

/** What would have to change at one place. */
export interface ProposedChange {
  anchor: Anchor;
  change: TextChange;
  /** Where it stands in the text that was compared, as ProseMirror counts. */
  at: PositionRange;
}

/**
 * What would have to change in one text of a part to have it say what the other says, in order. Ids of questions,
 * stories, steps, manuals and headings tell which is which and are no change by themselves. A shared text gives the
 * anchors its character ids.
 */
export function compareParts(part: PartKey, was: RichDoc | Y.XmlFragment, now: RichDoc): ProposedChange[] {
  const isShared = was instanceof Y.XmlFragment;
  const before = isShared ? partNode(part, was) : narrativeSchema.nodeFromJSON(was);
  const comparison = new Comparison(part, isShared ? readPartText(was) : readDocText(was));
  comparison.children(before, narrativeSchema.nodeFromJSON(now), 0);
  return comparison.changes;
}

/** Neighbouring blocks and what is to stand in their place; either may be none. */
interface Gap {
  parent: Node;
  /** Index of the first of them, or of the block behind the gap. */
  index: number;
  /** Position of that block. */
  position: number;
  removed: readonly Node[];
  added: readonly Node[];
  /** What the blocks around the gap become. */
  around: readonly [before: Node | undefined, behind: Node | undefined];
}

class Comparison {
  readonly changes: ProposedChange[] = [];
  readonly #part: PartKey;
  readonly #text: PartText;

  constructor(part: PartKey, text: PartText) {
    this.#part = part;
    this.#text = text;
  }

  /** Compares what is inside of two nodes of one kind; `start` is where the inside of the first begins. */
  children(was: Node, now: Node, start: number): void {
    if (was.isTextblock) {
      this.#words(was, now, start);
      return;
    }
    const added = inKnownOrder(was.children, now.children);
    let pairs: readonly BlockPair[] = [];
    const open = { i: 0, j: 0, position: start };
    const close = (i: number, j: number) => {
      const blocks = { removed: was.children.slice(open.i, i), added: added.slice(open.j, j) };
      const around = [added[open.j - 1], added[j]] as const;
      const gap = { parent: was, index: open.i, position: open.position, around, ...blocks };
      const inside = pairs.map(([x, y]): BlockPair => [x - open.i, y - open.j]);
      if (blocks.added.length === inside.length) this.#each(gap, inside);
      else this.#gap({ ...gap, added: named(gap, inside) });
      open.position += sizeOf(blocks.removed);
      pairs = [];
    };
    for (const pair of pairsOf(was, added)) {
      const [i, j] = pair;
      const [x, y] = [was.child(i), added[j]];
      if (!y) continue;
      if (nodeKey(x) !== nodeKey(y) && !canCompareInside(x, y)) {
        pairs = [...pairs, pair];
        continue;
      }
      close(i, j);
      if (nodeKey(x) !== nodeKey(y)) this.children(x, y, open.position + 1);
      open.position += x.nodeSize;
      open.i = i + 1;
      open.j = j + 1;
    }
    close(was.childCount, added.length);
  }

  /** Nothing but blocks that become others, and blocks that go: each is a change of its own. */
  #each({ removed, added, ...gap }: Gap, pairs: readonly BlockPair[]): void {
    let position = gap.position;
    let gone: Node[] = [];
    const go = () => {
      this.#gap({ ...gap, position: position - sizeOf(gone), removed: gone, added: [] });
      gone = [];
    };
    removed.forEach((node, index) => {
      const other = added[pairs.find(([i]) => i === index)?.[1] ?? -1];
      if (other || isFixed(node)) go();
      if (other) {
        const at = { from: position, to: position + node.nodeSize };
        this.#push(at, { kind: 'replace', was: jsonOf([node]), now: jsonOf([withIdentity(other, node)]) });
      } else if (!isFixed(node)) gone.push(node);
      position += node.nodeSize;
    });
    go();
  }

  #words(was: Node, now: Node, start: number): void {
    for (const change of compareWords(was, now)) {
      const at = { from: start + change.was.from, to: start + change.was.to };
      const [before, after] = [
        was.content.cut(change.was.from, change.was.to),
        now.content.cut(change.now.from, change.now.to),
      ];
      this.#push(at, { kind: 'words', was: inlineJson(before), now: inlineJson(after) });
    }
  }

  #gap({ removed, added, ...gap }: Gap): void {
    const { position } = gap;
    const split = removed.findLastIndex(isFixed) + 1;
    // Between fixed sections, which stay, whatever is added stands behind them.
    if (split > 0) {
      const passed = removed.slice(0, split);
      const [, behind] = gap.around;
      this.#each({ ...gap, removed: passed, added: [] }, []);
      this.#gap({
        parent: gap.parent,
        index: gap.index + split,
        position: position + sizeOf(passed),
        removed: removed.slice(split),
        added,
        around: [passed.at(-1), behind],
      });
      return;
    }
    const at = { from: position, to: position + sizeOf(removed) };
    if (removed.length > 0 && added.length > 0)
      this.#push(at, { kind: 'replace', was: jsonOf(removed), now: jsonOf(added) });
    else if (removed.length > 0) this.#push(at, { kind: 'delete', was: jsonOf(removed) });
    else if (added.length > 0) this.#insert({ removed, added, ...gap });
  }

  /** Beside the block whose line stays, so that it is found whatever else is carried out first. */
  #insert({ parent, index, position, added, around: [before, behind] }: Gap): void {
    const [last, next] = [parent.maybeChild(index - 1), parent.maybeChild(index)];
    const isAfter = last && (!next || keepsLine(last, before, 'after') || !keepsLine(next, behind, 'before'));
    const side = isAfter ? 'after' : 'before';
    const beside = isAfter ? last : next;
    if (!beside) return;
    const from = isAfter ? position - beside.nodeSize : position;
    const line = lineOf(beside, from, side);
    if (line) this.#push(line.at, { kind: 'insert', side, level: line.level, now: jsonOf(added) });
    else {
      const now = isAfter ? [beside, ...added] : [...added, beside];
      const at = { from, to: from + beside.nodeSize };
      this.#push(at, { kind: 'replace', was: jsonOf([beside]), now: jsonOf(now) });
    }
  }

  #push(at: PositionRange, change: TextChange): void {
    this.changes.push({ anchor: createAnchor(this.#text, this.#part, at), change, at });
  }
}

function keepsLine(was: Node, now: Node | undefined, side: 'before' | 'after'): boolean {
  const [a, b] = [lineOf(was, 0, side), now && lineOf(now, 0, side)];
  return (
    a !== null &&
    (now === undefined || (b !== null && b !== undefined && nodeKey(a.line) === nodeKey(b.line)))
  );
}

/** Added blocks under the names of those that they are instead of. */
function named({ removed, added }: Gap, pairs: readonly BlockPair[]): Node[] {
  return added.map((node, index) => {
    const was = removed[pairs.find(([, j]) => j === index)?.[0] ?? -1];
    return was ? withIdentity(node, was) : node;
  });
}

/** The last or first line of a block, where it stands, and how many blocks the block is around it. */
function lineOf(
  block: Node,
  from: number,
  side: 'before' | 'after',
): { line: Node; at: PositionRange; level: number } | null {
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
  return { line: node, at, level };
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
function canCompareInside(was: Node, now: Node): boolean {
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

/** The node under the name that the paired one has. */
function withIdentity(node: Node, known: Node): Node {
  const { id, from } = known.attrs;
  const attrs = {
    ...node.attrs,
    ...('id' in node.attrs ? { id } : {}),
    ...('from' in node.attrs ? { from } : {}),
  };
  return node.type !== known.type || node.isLeaf ? node : node.type.create(attrs, node.content, node.marks);
}

const isFixed = (node: Node): boolean => node.type.name === 'section' && node.attrs.fixed === true;
const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((size, node) => size + node.nodeSize, 0);
const jsonOf = (nodes: readonly Node[]): RichNode[] => nodes.map((node) => node.toJSON() as RichNode);
const inlineJson = (content: Fragment): RichNode[] => jsonOf(Fragment.from(content).content);
