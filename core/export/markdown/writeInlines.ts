import type { Html, PhrasingContent } from 'mdast';
import { evidenceRuns } from '../../evidence/evidenceRuns';
import { formatMarker } from '../../import/markdown/dialect';
import { plainText } from '../../narrative/plainText';
import { type MarkName, type RichMark, type RichNode, stringAttr } from '../../narrative/richText';
import { wordsOfRun } from './claimNotes';
import type { WritingContext } from './writingContext';

/** `block` may break its lines; in a heading or a table cell a line break has to be spelled as a tag. */
export type LineRoom = 'block' | 'line';

/** The Markdown for a run of inline nodes. */
export function writeInlines(
  nodes: readonly RichNode[],
  context: WritingContext,
  room: LineRoom = 'block',
): PhrasingContent[] {
  const ends = new Map(evidenceRuns(nodes).map((run) => [run.to, run]));
  const leaves = nodes.flatMap((node, index): Leaf[] => {
    const canBreak = room === 'block' && isInsideRun(nodes, index);
    const marks = (node.marks ?? []).filter(isWritten);
    const leaf = writeLeaf(node, context, canBreak).map((written) => ({ written, marks }));
    const claim = ends.get(index + 1);
    if (!claim) return leaf;
    const words = wordsOfRun(nodes.slice(claim.from, claim.to));
    const written = context.claims.refer(claim.id, words);
    return [...leaf, { written, marks: marks.filter((mark) => hasMark(nodes[index + 1], mark)) }];
  });
  return nest(leaves);
}

/** Marks that wrap nothing: code is a node there, a claim a note behind its words, a promise left out. */
const unwrittenMarks = ['code', 'evidence', 'promise'] as const;
type UnwrittenMarkName = (typeof unwrittenMarks)[number];
type WrittenMark = RichMark & { type: Exclude<MarkName, UnwrittenMarkName> };

interface Leaf {
  written: PhrasingContent;
  marks: readonly WrittenMark[];
}

const isWritten = (mark: RichMark): mark is WrittenMark => !unwrittenMarks.some((name) => name === mark.type);
const hasMark = (node: RichNode | undefined, mark: RichMark) =>
  node?.marks?.some((other) => isSame(other, mark)) ?? false;

const lineBreak: Html = { type: 'html', value: '<br>' };

function writeLeaf(node: RichNode, context: WritingContext, canBreak: boolean): PhrasingContent[] {
  if (node.type === 'hardBreak') return [canBreak ? { type: 'break' } : lineBreak];
  if (node.type === 'footnote') {
    const number = context.footnotes.push(stringAttr(node, 'text'));
    return [{ type: 'footnoteReference', identifier: String(number), label: String(number) }];
  }
  if (node.type === 'fact') return writeFact(node);
  const value = node.text ?? '';
  const isCode = node.marks?.some((mark) => mark.type === 'code') ?? false;
  return [isCode ? { type: 'inlineCode', value } : { type: 'text', value }];
}

/** The value as text, then the comment that makes a field of it: a line may not begin with a comment. */
function writeFact(node: RichNode): PhrasingContent[] {
  const value = plainText(node);
  if (value === '') return [];
  const marker = formatMarker('fact', '', { key: stringAttr(node, 'key'), value });
  return [
    { type: 'text', value },
    { type: 'html', value: marker },
  ];
}

/** A line break at the edge of a block or of a mark would not be read as one. */
function isInsideRun(nodes: readonly RichNode[], index: number): boolean {
  const key = (node: RichNode | undefined) => JSON.stringify(node?.marks ?? []);
  const [before, here, after] = [nodes[index - 1], nodes[index], nodes[index + 1]];
  return (
    before?.type === 'text' && after?.type === 'text' && key(before) === key(here) && key(here) === key(after)
  );
}

const wrappers: Record<
  WrittenMark['type'],
  (mark: RichMark, children: PhrasingContent[]) => PhrasingContent
> = {
  bold: (_mark, children) => ({ type: 'strong', children }),
  italic: (_mark, children) => ({ type: 'emphasis', children }),
  strike: (_mark, children) => ({ type: 'delete', children }),
  link: (mark, children) => ({ type: 'link', url: String(mark.attrs?.href ?? ''), children }),
};

/** Marks are ranges here and nested in Markdown: the outermost is a link, else the one that reaches furthest. */
function nest(leaves: readonly Leaf[]): PhrasingContent[] {
  const written: PhrasingContent[] = [];
  let index = 0;
  while (index < leaves.length) {
    const outer = outermostMark(leaves, index);
    if (!outer) {
      pushJoined(written, leaves[index]?.written);
      index += 1;
      continue;
    }
    const run = leaves.slice(index, index + outer.length);
    const inner = run.map((leaf) => ({
      ...leaf,
      marks: leaf.marks.filter((mark) => !isSame(mark, outer.mark)),
    }));
    written.push(wrappers[outer.mark.type](outer.mark, nest(inner)));
    index += outer.length;
  }
  return written;
}

/** Two code spans side by side would read as one with ticks in it, so they are one from the start. */
function pushJoined(written: PhrasingContent[], next: PhrasingContent | undefined): void {
  const last = written.at(-1);
  if (!next) return;
  if (last?.type === 'inlineCode' && next.type === 'inlineCode') last.value += next.value;
  else if (last?.type === 'text' && next.type === 'text') last.value += next.value;
  else written.push({ ...next });
}

const rank: readonly MarkName[] = ['link', 'strike', 'bold', 'italic'];

function outermostMark(leaves: readonly Leaf[], index: number): { mark: WrittenMark; length: number } | null {
  const candidates = (leaves[index]?.marks ?? []).map((mark) => ({
    mark,
    length: reach(leaves, index, mark),
  }));
  candidates.sort((a, b) => weigh(b) - weigh(a));
  return candidates[0] ?? null;
}

function weigh({ mark, length }: { mark: RichMark; length: number }): number {
  const isLink = mark.type === 'link' ? 1e9 : 0;
  return isLink + length * rank.length - rank.indexOf(mark.type);
}

function reach(leaves: readonly Leaf[], from: number, mark: RichMark): number {
  let end = from;
  while (leaves[end]?.marks.some((other) => isSame(other, mark))) end += 1;
  return end - from;
}

const isSame = (a: RichMark, b: RichMark) =>
  a.type === b.type && JSON.stringify(a.attrs ?? {}) === JSON.stringify(b.attrs ?? {});
