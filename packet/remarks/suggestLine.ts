import { type RichMark, type RichNode, stringAttr } from '../../core/narrative/richText';
import { narrativeSchema } from '../../core/narrative/schema';
import { compareWords, type WordsChange } from '../../core/review/compare/compareWords';
import type { PositionRange } from '../../core/review/createAnchor';

/** Inline nodes in place of others, by their offsets in the line. */
export interface LineChange extends PositionRange {
  was: RichNode[];
  now: RichNode[];
}

/** An inline node, where it stands in the line, and where the words that it shows stand in the line's plain text. */
interface Piece extends PositionRange {
  node: RichNode;
  start: number;
  end: number;
}

/** The words of a line as a reader may write in them. Footnotes cannot be written in and stay where they are. */
export const plainLine = (line: RichNode): string => (line.content ?? []).map(shownText).join('');

/** What must change in a line to have it read like this, in order. */
export function suggestLine(line: RichNode, wanted: string): LineChange[] {
  const pieces = piecesOf(line);
  const changes = compareWords(toNode(plainLine(line)), toNode(wanted));
  return wholeFields(changes, pieces).map(({ was, now }) => {
    const place = {
      from: offsetOf(pieces, was.from, was.from === was.to),
      to: offsetOf(pieces, was.to, true),
    };
    const words = wanted.slice(now.from, now.to);
    return { ...place, was: cut(pieces, place), now: toInlines(words, marksAt(pieces, place), line) };
  });
}

/** The plain text of a line with these changes made. */
export function suggestedText(line: RichNode, changes: readonly LineChange[]): string {
  const pieces = piecesOf(line);
  const inOrder = [...changes].sort((a, b) => b.from - a.from);
  return inOrder.reduce(
    (text, { from, to, now }) =>
      text.slice(0, plainOffset(pieces, from)) +
      now.map(shownText).join('') +
      text.slice(plainOffset(pieces, to)),
    plainLine(line),
  );
}

/** What a reader sees of an inline node. */
export function shownText(node: RichNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  return node.type === 'fact' ? stringAttr(node, 'value') : '';
}

function piecesOf(line: RichNode): Piece[] {
  let [from, start] = [0, 0];
  return (line.content ?? []).map((node) => {
    const words = shownText(node);
    const size = node.type === 'text' ? words.length : 1;
    const piece = { node, from, to: from + size, start, end: start + words.length };
    [from, start] = [piece.to, piece.end];
    return piece;
  });
}

const toNode = (text: string) =>
  narrativeSchema.node('paragraph', null, text === '' ? [] : [narrativeSchema.text(text)]);

/** A field goes as a whole: whoever writes in its words writes them as their own. */
function wholeFields(changes: readonly WordsChange[], pieces: readonly Piece[]): WordsChange[] {
  const whole: WordsChange[] = [];
  for (const { was, now } of changes) {
    const { from, to } = aroundFields(was, pieces);
    const change = {
      was: { from, to },
      now: { from: now.from - (was.from - from), to: now.to + (to - was.to) },
    };
    const last = whole.at(-1);
    if (last && change.was.from < last.was.to) {
      last.was.to = change.was.to;
      last.now.to = change.now.to;
    } else whole.push(change);
  }
  return whole;
}

function aroundFields({ from, to }: PositionRange, pieces: readonly Piece[]): PositionRange {
  const touched = pieces.filter(({ node, start, end }) => node.type !== 'text' && start < to && from < end);
  const within = pieces.filter(({ node, start, end }) => node.type !== 'text' && start < from && from < end);
  const fields = [...touched, ...within];
  return {
    from: Math.min(from, ...fields.map(({ start }) => start)),
    to: Math.max(to, ...fields.map(({ end }) => end)),
  };
}

/** An offset of the plain text in the line; before a footnote that stands there, or behind it. */
function offsetOf(pieces: readonly Piece[], at: number, isBefore: boolean): number {
  const within = isBefore
    ? pieces.find(({ start, end }) => start <= at && at <= end)
    : pieces.findLast(({ start, end }) => start <= at && at <= end);
  if (!within) return pieces.at(-1)?.to ?? 0;
  const { node, from, to, start, end } = within;
  if (node.type === 'text') return from + (at - start);
  return at === end && start !== end ? to : isBefore ? from : start === end ? to : from;
}

function plainOffset(pieces: readonly Piece[], offset: number): number {
  const within = pieces.find(({ from, to }) => from <= offset && offset < to);
  if (!within) return pieces.at(-1)?.end ?? 0;
  return within.node.type === 'text' ? within.start + (offset - within.from) : within.start;
}

function cut(pieces: readonly Piece[], { from, to }: PositionRange): RichNode[] {
  return pieces
    .filter((piece) => piece.from < to && piece.to > from)
    .map(({ node, ...piece }) =>
      node.type === 'text'
        ? { ...node, text: (node.text ?? '').slice(Math.max(0, from - piece.from), to - piece.from) }
        : node,
    );
}

/** New words look like those that they stand in place of, or like those before them; a link is not made longer. */
function marksAt(pieces: readonly Piece[], { from, to }: PositionRange): RichMark[] {
  const isNew = from === to;
  const beside = pieces.find((piece) => (isNew ? piece.to >= from : piece.to > from));
  const marks = beside?.node.marks ?? [];
  return marks.filter(({ type }) => type !== 'evidence' && type !== 'promise' && !(isNew && type === 'link'));
}

function toInlines(words: string, marks: readonly RichMark[], line: RichNode): RichNode[] {
  if (words === '') return [];
  if (line.type === 'codeBlock') return [{ type: 'text', text: words }];
  return words
    .split('\n')
    .flatMap((row, index): RichNode[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' } as const]),
      ...(row === '' ? [] : [textOf(row, marks)]),
    ]);
}

const textOf = (text: string, marks: readonly RichMark[]): RichNode =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: [...marks] };
