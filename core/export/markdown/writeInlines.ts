import type { Html, Link, PhrasingContent } from 'mdast';
import { evidenceRuns } from '../../evidence/evidenceRuns';
import { formatMarker } from '../../import/markdown/dialect';
import { plainText } from '../../narrative/plainText';
import { type MarkName, type RichMark, type RichNode, stringAttr } from '../../narrative/richText';
import { promiseRuns } from '../../thread/promiseRuns';
import { wordsOfRun } from './claimNotes';
import { writeAnchor } from './writeAnchor';
import type { WritingContext } from './writingContext';

/** `block` may break its lines; in a heading or a table cell a line break has to be spelled as a tag. */
export type LineRoom = 'block' | 'line';

/** The Markdown for a run of inline nodes. */
export function writeInlines(
  nodes: readonly RichNode[],
  context: WritingContext,
  room: LineRoom = 'block',
): PhrasingContent[] {
  const saidBehind = annotationsOf(nodes, context, room);
  const leaves = nodes.flatMap((node, index): Leaf[] => {
    const canBreak = room === 'block' && isInsideRun(nodes, index);
    const marks = (node.marks ?? []).filter(isWritten);
    const leaf = writeLeaf(node, context, canBreak).map((written) => ({ written, marks }));
    const shared = marks.filter((mark) => hasMark(nodes[index + 1], mark));
    return [
      ...leaf,
      ...saidBehind(index + 1).map((written) => ({ written, marks: marksAround(written, shared) })),
    ];
  });
  return nest(leaves);
}

/** What is said behind the node before `end`: about a claim, then about a promise that ends there. */
function annotationsOf(
  nodes: readonly RichNode[],
  context: WritingContext,
  room: LineRoom,
): (end: number) => PhrasingContent[] {
  const claims = new Map(evidenceRuns(nodes).map((run) => [run.to, run]));
  const promises = new Map(promiseRuns(nodes).map((run) => [run.to, run]));
  const { anchors } = context;
  return (end) => {
    const [claim, promise] = [claims.get(end), promises.get(end)];
    const said: PhrasingContent[] = [];
    if (claim) {
      said.push(context.claims.refer(claim.id, wordsOfRun(nodes.slice(claim.from, claim.to))));
      said.push(...writeAnchor(anchors.take('evidence', claim.id)));
    }
    if (promise) {
      const words = wordsOfRun(nodes.slice(promise.from, promise.to));
      said.push({ type: 'html', value: formatMarker('promise', '', { id: promise.id, words }) });
      said.push(...writeAnchor(anchors.take('promise', promise.id)));
      if (room === 'block') said.push(...context.referencesOf(promise.id).flatMap(writeReference));
    }
    return said;
  };
}

function writeReference(node: RichNode): Link[] {
  const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.href;
  const children = [{ type: 'text' as const, value: node.text ?? '' }];
  return [{ type: 'link', url: String(href ?? ''), children, data: { isReference: true } }];
}

/** A link cannot stand inside of another one. */
const marksAround = (written: PhrasingContent, marks: WrittenMark[]) =>
  written.type === 'link' ? marks.filter(({ type }) => type !== 'link') : marks;

/** Marks that wrap nothing: code is a node there, a claim or promise is said behind its words. */
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
  const anchor = node.marks?.find((mark) => mark.attrs?.anchor !== undefined)?.attrs?.anchor;
  const words: PhrasingContent = isCode ? { type: 'inlineCode', value } : { type: 'text', value };
  return typeof anchor === 'string' ? [...writeAnchor(anchor), words] : [words];
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
