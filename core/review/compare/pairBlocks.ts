import { diffArrays } from 'diff';
import type { Node } from 'prosemirror-model';
import { attributesKey, nodeKey } from './nodeKey';

/** Indices of a block before and after. */
export type BlockPair = readonly [was: number, now: number];

/** Two blocks with fewer words in common than this are not the same one rewritten. */
const alike = 0.4;
/** Comparisons of two blocks by their words, beyond which only those that stand at about the same place are compared. */
const mostComparisons = 40_000;
const mostEdits = 1000;

/**
 * Which blocks of a list are which of another: by what they are called, by being equal, or by their words. Pairs are in
 * order on both sides; blocks that moved past others have none.
 */
export function pairBlocks(was: readonly Node[], now: readonly Node[]): BlockPair[] {
  const [a, b] = [namesOf(was), namesOf(now)];
  const [all, found] = [new Set(a), new Set(b)];
  const pairs: BlockPair[] = [];
  const gap = { i: 0, j: 0 };
  const fill = (iEnd: number, jEnd: number) => {
    const left = range(gap.i, iEnd).filter((index) => !found.has(a[index] ?? ''));
    const right = range(gap.j, jEnd).filter((index) => !all.has(b[index] ?? ''));
    pairs.push(...pairByWords(left, right, { was, now }));
  };
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays(a, b, { maxEditLength: mostEdits }) ?? []) {
    if (removed) i += count;
    else if (added) j += count;
    else {
      fill(i, j);
      for (let step = 0; step < count; step += 1) pairs.push([i + step, j + step]);
      i += count;
      j += count;
      gap.i = i;
      gap.j = j;
    }
  }
  fill(was.length, now.length);
  return pairs;
}

/** What each block is called; the second of one name is another. */
function namesOf(blocks: readonly Node[]): string[] {
  const counts = new Map<string, number>();
  return blocks.map((block) => {
    const name = nameOf(block);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return name.startsWith('=') ? name : `${name} ${count}`;
  });
}

const named: Readonly<Record<string, string>> = {
  section: 'key',
  storyFact: 'key',
  faqItem: 'id',
  useCase: 'id',
  step: 'id',
  manual: 'id',
  heading: 'id',
  unwritten: 'id',
};

function nameOf(block: Node): string {
  const { name } = block.type;
  if (name === 'title' || name === 'faqQuestion') return name;
  const id: unknown = named[name] && block.attrs[named[name]];
  return typeof id === 'string' && id !== '' ? `${name}#${id}` : `=${nodeKey(block)}`;
}

/** The pairs in order that have the most words in common. */
function pairByWords(
  left: readonly number[],
  right: readonly number[],
  { was, now }: { was: readonly Node[]; now: readonly Node[] },
): BlockPair[] {
  const [rows, columns] = [left.length, right.length];
  const nodeAt = (nodes: readonly Node[], index: number | undefined) => nodes[index ?? -1];
  const score = (row: number, column: number): number => {
    const [x, y] = [nodeAt(was, left[row]), nodeAt(now, right[column])];
    if (!x || !y) return 0;
    const isAlone = rows === 1 && columns === 1 && x.isTextblock && x.type === y.type;
    return isAlone ? 1 : likeness(x, y);
  };
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  const reach = Math.max(3, mostComparisons / Math.max(1, rows, columns) / 2);
  const isNear = (row: number, column: number) =>
    rows * columns <= mostComparisons || Math.abs(column - (row * columns) / rows) <= reach;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const like = isNear(row, column) ? score(row, column) : 0;
      const paired = like >= alike ? like + at(row + 1, column + 1) : 0;
      const line = best[row];
      if (line) line[column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: BlockPair[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (at(row, column) === at(row + 1, column)) row += 1;
    else if (at(row, column) === at(row, column + 1)) column += 1;
    else {
      pairs.push([left[row] ?? 0, right[column] ?? 0]);
      row += 1;
      column += 1;
    }
  }
  return pairs;
}

/** How much two blocks say the same, 0 to 1. */
export function likeness(x: Node, y: Node): number {
  if (x.type !== y.type && !(x.isTextblock && y.isTextblock)) return 0;
  if (x.isLeaf) return attributesKey(x) === attributesKey(y) ? 1 : 0;
  const [a, b] = [wordsOf(x), wordsOf(y)];
  const total = a.size + b.size;
  if (total === 0) return x.type === y.type ? 1 : 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return (2 * common) / total;
}

const knownWords = new WeakMap<Node, ReadonlySet<string>>();

function wordsOf(node: Node): ReadonlySet<string> {
  const known = knownWords.get(node);
  if (known) return known;
  const text = node.textBetween(0, node.content.size, ' ', ' \ufffc ');
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu));
  knownWords.set(node, words);
  return words;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
