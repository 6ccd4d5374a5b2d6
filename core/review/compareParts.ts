import { Fragment, type Node } from 'prosemirror-model';
import * as Y from 'yjs';
import type { PartKey } from '../narrative/parts';
import type { RichDoc, RichNode } from '../narrative/richText';
import { narrativeSchema } from '../narrative/schema';
import type { Anchor } from './anchor';
import { compareWords } from './compare/compareWords';
import { lineFate, lineOf } from './compare/edgeLine';
import { nodeKey } from './compare/nodeKey';
import type { BlockPair } from './compare/pairBlocks';
import { canCompareInside, isFixed, pairChildren } from './compare/pairChildren';
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
  /** Beside which block something is put that stands in place of nothing: after the one before, or before the next. */
  side: 'before' | 'after';
}

/** Children of two nodes, from one index up to another on each side. */
interface Stretch {
  i: number;
  iEnd: number;
  j: number;
  jEnd: number;
  /** `same`: one block, to be compared inside. `whole`: one block and what is put beside it. `gap`: all that is left. */
  kind: 'same' | 'whole' | 'gap';
  side: Gap['side'];
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
    const { added, pairs } = pairChildren(was, now);
    let position = start;
    for (const { i, iEnd, j, jEnd, kind, side } of stretchesOf(was, added, pairs)) {
      const blocks = { removed: was.children.slice(i, iEnd), added: added.slice(j, jEnd) };
      const [x, y] = [blocks.removed[0], blocks.added[0]];
      const gap = { parent: was, index: i, position, side, ...blocks };
      const inside = kind === 'same' || i === iEnd ? [] : within(pairs, { i, iEnd, j });
      if (kind === 'same') {
        if (x && y && nodeKey(x) !== nodeKey(y)) this.children(x, y, position + 1);
      } else if (kind === 'whole') this.#replace({ ...gap, added: named(gap, inside) });
      else if (blocks.added.length === inside.length) this.#each(gap, inside);
      else this.#gap({ ...gap, added: named(gap, inside) });
      position += sizeOf(blocks.removed);
    }
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
      this.#each({ ...gap, removed: passed, added: [] }, []);
      this.#gap({
        parent: gap.parent,
        index: gap.index + split,
        position: position + sizeOf(passed),
        removed: removed.slice(split),
        added,
        side: 'after',
      });
      return;
    }
    if (removed.length > 0 && added.length > 0) this.#replace({ removed, added, ...gap });
    else if (removed.length > 0) {
      const at = { from: position, to: position + sizeOf(removed) };
      this.#push(at, { kind: 'delete', was: jsonOf(removed) });
    } else if (added.length > 0) this.#insert({ removed, added, ...gap });
  }

  #replace({ removed, added, position }: Pick<Gap, 'removed' | 'added' | 'position'>): void {
    const at = { from: position, to: position + sizeOf(removed) };
    this.#push(at, { kind: 'replace', was: jsonOf(removed), now: jsonOf(added) });
  }

  #insert({ parent, index, position, added, side }: Gap): void {
    const isAfter = side === 'after';
    const beside = parent.maybeChild(isAfter ? index - 1 : index);
    if (!beside) return;
    const from = isAfter ? position - beside.nodeSize : position;
    const line = lineOf(beside, from, side);
    if (line) this.#push(line.at, { kind: 'insert', side, level: line.level, now: jsonOf(added) });
    else {
      const now = isAfter ? [beside, ...added] : [...added, beside];
      this.#replace({ position: from, removed: [beside], added: now });
    }
  }

  #push(at: PositionRange, change: TextChange): void {
    this.changes.push({ anchor: createAnchor(this.#text, this.#part, at), change, at });
  }
}

/**
 * The children of a node in stretches. What is only put in stands beside a block whose line stays, so that it is found
 * whatever else is carried out first; where neither line beside it stays, one of the two blocks is written anew with it.
 */
function stretchesOf(was: Node, added: readonly Node[], pairs: readonly BlockPair[]): Stretch[] {
  const same = pairs.filter(([i, j]) => {
    const [x, y] = [was.child(i), added[j]];
    return y && (nodeKey(x) === nodeKey(y) || canCompareInside(x, y));
  });
  const fateOf = (pair: BlockPair | undefined, side: Gap['side']) => {
    const [x, y] = [was.maybeChild(pair?.[0] ?? -1), added[pair?.[1] ?? -1]];
    return x && y ? lineFate(x, y, side) : 0;
  };
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  let carried = 0;
  [...same, [was.childCount, added.length] as const].forEach((pair, index) => {
    const [iEnd, jEnd] = pair;
    const last = stretches.at(-1);
    const next = index < same.length ? pair : undefined;
    const [before, behind] = [fateOf(same[index - 1], 'after'), fateOf(next, 'before')];
    const isInsertion = i === iEnd && j < jEnd && (last !== undefined || next !== undefined);
    if (isInsertion && before + behind === 0 && last) Object.assign(last, { kind: 'whole', jEnd });
    else if (isInsertion && before + behind === 0) carried = jEnd - j;
    else
      stretches.push({ i, iEnd, j, jEnd, kind: 'gap', side: before >= behind && last ? 'after' : 'before' });
    if (!next) return;
    const kind = carried > 0 ? 'whole' : 'same';
    stretches.push({ i: iEnd, iEnd: iEnd + 1, j: jEnd - carried, jEnd: jEnd + 1, kind, side: 'after' });
    [i, j, carried] = [iEnd + 1, jEnd + 1, 0];
  });
  return stretches;
}

/** The pairs of a stretch, counted from where it begins. */
const within = (
  pairs: readonly BlockPair[],
  { i, iEnd, j }: Pick<Stretch, 'i' | 'iEnd' | 'j'>,
): BlockPair[] => pairs.flatMap(([x, y]): BlockPair[] => (x >= i && x < iEnd ? [[x - i, y - j]] : []));

/** Added blocks under the names of those that they are instead of. */
function named({ removed, added }: Gap, pairs: readonly BlockPair[]): Node[] {
  return added.map((node, index) => {
    const was = removed[pairs.find(([, j]) => j === index)?.[0] ?? -1];
    return was ? withIdentity(node, was) : node;
  });
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

const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((size, node) => size + node.nodeSize, 0);
const jsonOf = (nodes: readonly Node[]): RichNode[] => nodes.map((node) => node.toJSON() as RichNode);
const inlineJson = (content: Fragment): RichNode[] => jsonOf(Fragment.from(content).content);
