import type { Node } from 'prosemirror-model';
import { compareWords, type WordsChange } from '../compare/compareWords';
import { nodeKey } from '../compare/nodeKey';
import { type BlockPair, pairBlocks } from '../compare/pairBlocks';
import { matchMoved } from './matchMoved';

/** Two blocks that are one, rewritten or not. */
export interface Pair {
  kind: 'pair';
  was: Node;
  now: Node;
  /** What differs inside, block by block; null for a line of text or a single thing. */
  inside: readonly Step[] | null;
  words: readonly WordsChange[];
}

/** A block that only one text has, or has there. */
export interface Only {
  kind: 'only';
  side: 'was' | 'now';
  node: Node;
  /** The same block in both, where it moved; both of its ends have the same one. */
  moved: Pair | null;
}

export type Step = Pair | Only;

/**
 * Which blocks of one text are which of another, in reading order. Seen from the other text it is the same, with the sides
 * swapped: where two ways of pairing are equally good, it does not matter which text comes first.
 */
export function alignTexts(was: Node, now: Node): Step[] {
  const isTurned = JSON.stringify(was) > JSON.stringify(now);
  const alignment = new Alignment(isTurned);
  const steps = isTurned ? alignment.blocks(now, was) : alignment.blocks(was, now);
  return alignment.withMoves(steps);
}

class Alignment {
  readonly #isTurned: boolean;

  constructor(isTurned: boolean) {
    this.#isTurned = isTurned;
  }

  /** What is inside of two blocks, in the order of pairing. */
  blocks(one: Node, other: Node): Step[] {
    const steps: Step[] = [];
    const open = { one: 0, other: 0 };
    const fill = (oneEnd: number, otherEnd: number) => {
      const first = this.#only('one', one.children.slice(open.one, oneEnd));
      const second = this.#only('other', other.children.slice(open.other, otherEnd));
      steps.push(...(this.#isTurned ? [...second, ...first] : [...first, ...second]));
    };
    for (const [index, otherIndex] of pairsOf(one, other)) {
      fill(index, otherIndex);
      steps.push(this.pair(one.child(index), other.child(otherIndex)));
      open.one = index + 1;
      open.other = otherIndex + 1;
    }
    fill(one.childCount, other.childCount);
    return steps;
  }

  pair(one: Node, other: Node): Pair {
    const [was, now] = this.#isTurned ? [other, one] : [one, other];
    const isSame = nodeKey(one) === nodeKey(other);
    const hasWords = one.isTextblock && other.isTextblock;
    const words = hasWords && !isSame ? compareWords(one, other).map((change) => this.#turned(change)) : [];
    const inside = hasWords || one.isLeaf ? null : this.blocks(one, other);
    return { kind: 'pair', was, now, inside, words };
  }

  withMoves(steps: readonly Step[]): Step[] {
    const alone = onlyIn(steps);
    const one = alone.filter(({ side }) => side === this.#side('one'));
    const other = alone.filter(({ side }) => side === this.#side('other'));
    const moves = new Map<Node, Pair>();
    const match = (left: readonly Node[], right: readonly Node[]) => {
      for (const [from, to] of matchMoved(left, right)) {
        const moved = this.pair(from, to);
        moves.set(from, moved);
        moves.set(to, moved);
      }
    };
    const nodesOf = (list: readonly Only[]) =>
      list.map(({ node }) => node).filter((node) => !moves.has(node));
    match(nodesOf(one), nodesOf(other));
    // What did not move as a whole may have lost a line to another place.
    match(nodesOf(one).flatMap(linesIn), nodesOf(other).flatMap(linesIn));
    return markMoves(steps, moves);
  }

  #only(name: 'one' | 'other', nodes: readonly Node[]): Only[] {
    return nodes.map((node) => ({ kind: 'only', side: this.#side(name), node, moved: null }));
  }

  #side(name: 'one' | 'other'): Only['side'] {
    return (name === 'one') === this.#isTurned ? 'now' : 'was';
  }

  #turned({ was, now }: WordsChange): WordsChange {
    return this.#isTurned ? { was: now, now: was } : { was, now };
  }
}

/** Cells of one row are told by their column. */
function pairsOf(one: Node, other: Node): readonly BlockPair[] {
  if (one.type.name === 'tableRow' && one.childCount === other.childCount)
    return one.children.map((_cell, index) => [index, index]);
  return pairBlocks(one.children, other.children);
}

function onlyIn(steps: readonly Step[]): Only[] {
  return steps.flatMap((step) => (step.kind === 'only' ? [step] : onlyIn(step.inside ?? [])));
}

/** The lines of text and single things in a block that is neither. */
function linesIn(node: Node): Node[] {
  if (node.isTextblock || node.isLeaf) return [];
  return node.children.flatMap((child) => (child.isTextblock || child.isLeaf ? [child] : linesIn(child)));
}

function markMoves(steps: readonly Step[], moves: ReadonlyMap<Node, Pair>): Step[] {
  return steps.flatMap((step): Step[] => {
    if (step.kind === 'pair')
      return [step.inside ? { ...step, inside: markMoves(step.inside, moves) } : step];
    const moved = moves.get(step.node) ?? null;
    if (moved) return [{ ...step, moved }];
    const hasMoved = linesIn(step.node).some((line) => moves.has(line));
    if (!hasMoved) return [step];
    // Taken apart, so that the line that moved is told from those that went.
    const inside = step.node.children.map(
      (node): Only => ({ kind: 'only', side: step.side, node, moved: null }),
    );
    return markMoves(inside, moves);
  });
}
