import type { RichNode } from '../../narrative/richText';
import { narrativeSchema } from '../../narrative/schema';
import type { ReadingNode, ReviewMark } from '../reading/readingNode';

/** A stretch of a part that is marked. Places are counted as ProseMirror counts them, from 0 at the part's start. */
export interface MarkedSpan {
  from: number;
  to: number;
  mark: ReviewMark;
}

/** Nodes that stand in a part for the time of an export: inline ones in a line, blocks between blocks. */
export interface AddedNodes {
  at: number;
  nodes: readonly RichNode[];
  marks: readonly ReviewMark[];
}

/** Everything that is drawn into one part. */
export interface PartMarks {
  spans: readonly MarkedSpan[];
  added: readonly AddedNodes[];
}

/** How many places a node takes. */
export function nodeSize(node: RichNode<string>): number {
  if (node.type === 'text') return (node.text ?? '').length;
  return narrativeSchema.nodes[node.type]?.isLeaf ? 1 : 2 + contentSize(node);
}

/** How many places there are inside of a node. */
export function contentSize(node: RichNode<string>): number {
  return (node.content ?? []).reduce((sum, child) => sum + nodeSize(child), 0);
}

/**
 * The part with marks on its words, and with what was added among them. Words carry every mark that covers them; a
 * block carries those that cover it whole.
 */
export function markSpans(doc: RichNode, marks: PartMarks): ReadingNode {
  return { ...doc, content: markChildren(doc, 0, marks) };
}

function markChildren(parent: RichNode, start: number, marks: PartMarks): ReadingNode[] {
  const marked: ReadingNode[] = [];
  let at = start;
  for (const child of parent.content ?? []) {
    marked.push(...addedAt(at, parent, marks), ...markChild(child, at, marks));
    at += nodeSize(child);
  }
  return [...marked, ...addedAt(at, parent, marks)];
}

/** What is added right here; a place between two blocks is of no use to words, nor one in a line to blocks. */
function addedAt(at: number, parent: RichNode, { added }: PartMarks): ReadingNode[] {
  const here = added.filter((one) => one.at === at);
  return here.flatMap(({ nodes, marks }) =>
    nodes.filter((node) => takes(parent, node)).map((node) => withMarks(node, marks)),
  );
}

function takes(parent: RichNode, child: RichNode): boolean {
  const [outer, inner] = [narrativeSchema.nodes[parent.type], narrativeSchema.nodes[child.type]];
  return outer !== undefined && inner !== undefined && outer.inlineContent === inner.isInline;
}

/** The marks on a node and on all words below it. */
function withMarks(node: ReadingNode, added: readonly ReviewMark[]): ReadingNode {
  const marks = [...(node.marks ?? []), ...added];
  return node.content
    ? { ...node, marks, content: node.content.map((child) => withMarks(child, added)) }
    : { ...node, marks };
}

function markChild(node: RichNode, at: number, given: PartMarks): ReadingNode[] {
  const marks = touching(given, at, at + nodeSize(node));
  if (marks.spans.length === 0 && marks.added.length === 0) return [node];
  if (node.type === 'text') return markText(node, at, marks);
  const own = marks.spans.filter(({ from, to }) => from <= at && at + nodeSize(node) <= to);
  const bare: ReadingNode = node.content ? { ...node, content: markChildren(node, at + 1, marks) } : node;
  return [own.length === 0 ? bare : { ...bare, marks: [...(bare.marks ?? []), ...own.map(toMark)] }];
}

/** What is of any matter between two places. */
function touching({ spans, added }: PartMarks, start: number, end: number): PartMarks {
  return {
    spans: spans.filter(({ from, to }) => from < end && start < to),
    added: added.filter(({ at }) => start < at && at < end),
  };
}

const toMark = ({ mark }: MarkedSpan): ReviewMark => mark;

/** The text in pieces, cut wherever a span begins or ends and wherever something is added. */
function markText(node: RichNode, at: number, given: PartMarks): ReadingNode[] {
  const text = node.text ?? '';
  const marks = awayFromPairs(text, at, given);
  const cuts = cutsIn(at, at + text.length, marks);
  return cuts.slice(0, -1).flatMap((from, index): ReadingNode[] => {
    const to = cuts[index + 1] ?? from;
    const covering = marks.spans.filter((span) => span.from <= from && to <= span.to);
    const own = [...(node.marks ?? []), ...covering.map(toMark)];
    const piece: ReadingNode = { ...node, text: text.slice(from - at, to - at) };
    const inner = from === at ? [] : addedAt(from, { type: 'paragraph' }, marks);
    return [...inner, own.length === 0 ? piece : { ...piece, marks: own }];
  });
}

/** The same marks, with those that would cut a character in two moved behind it. */
function awayFromPairs(text: string, start: number, { spans, added }: PartMarks): PartMarks {
  const move = (place: number) =>
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(place - start - 1, place - start + 1)) && place > start
      ? place + 1
      : place;
  return {
    spans: spans.map((span) => ({ ...span, from: move(span.from), to: move(span.to) })),
    added: added.map((one) => ({ ...one, at: move(one.at) })),
  };
}

function cutsIn(from: number, to: number, { spans, added }: PartMarks): number[] {
  const places = [...spans.flatMap((span) => [span.from, span.to]), ...added.map(({ at }) => at)];
  const inside = places.filter((place) => from < place && place < to);
  return [...new Set([from, ...inside, to])].sort((a, b) => a - b);
}
