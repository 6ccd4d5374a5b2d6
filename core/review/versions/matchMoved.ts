import type { Node } from 'prosemirror-model';
import { nodeKey } from '../compare/nodeKey';
import { likeness } from '../compare/pairBlocks';

/** A block with fewer words than this says too little to be known again elsewhere. */
const fewestWords = 3;
/** Two blocks of which less than this is the same are two blocks. */
const alike = 0.75;
/** Comparisons of two blocks by their words, beyond which only equal ones are told to have moved. */
const mostComparisons = 40_000;

/** Blocks that stand in one list and, with the same or nearly the same words, in the other: equal ones first. */
export function matchMoved(one: readonly Node[], other: readonly Node[]): [Node, Node][] {
  const equal = matchEqual(one.filter(canBeKnown), other.filter(canBeKnown));
  const matched = new Set(equal.flat());
  const left = one.filter((node) => canBeKnown(node) && !matched.has(node));
  const right = other.filter((node) => canBeKnown(node) && !matched.has(node));
  return [...equal, ...(left.length * right.length > mostComparisons ? [] : matchAlike(left, right))];
}

function matchEqual(one: readonly Node[], other: readonly Node[]): [Node, Node][] {
  const waiting = new Map<string, Node[]>();
  for (const node of one) waiting.set(nodeKey(node), [...(waiting.get(nodeKey(node)) ?? []), node]);
  return other.flatMap((node): [Node, Node][] => {
    const from = waiting.get(nodeKey(node))?.shift();
    return from ? [[from, node]] : [];
  });
}

/** The best pair first. */
function matchAlike(one: readonly Node[], other: readonly Node[]): [Node, Node][] {
  const candidates = one.flatMap((from) =>
    other
      .filter((to) => to.type === from.type)
      .map((to) => ({ from, to, like: likeness(from, to) }))
      .filter(({ like }) => like >= alike),
  );
  const taken = new Set<Node>();
  return candidates
    .sort((a, b) => b.like - a.like)
    .flatMap(({ from, to }): [Node, Node][] => {
      if (taken.has(from) || taken.has(to)) return [];
      taken.add(from).add(to);
      return [[from, to]];
    });
}

const things: ReadonlySet<string> = new Set(['image', 'screen']);

function canBeKnown(node: Node): boolean {
  if (things.has(node.type.name)) return true;
  return (node.textContent.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= fewestWords;
}
