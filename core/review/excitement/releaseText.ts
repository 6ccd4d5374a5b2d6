import { splitSentences } from '../../coach/reading/splitSentences';
import { sectionIn } from '../../narrative/markedWords';
import { markId } from '../../narrative/markRuns';
import { plainText } from '../../narrative/plainText';
import type { RichDoc, RichNode } from '../../narrative/richText';
import { narrativeSchema } from '../../narrative/schema';
import type { TextStretch } from '../findQuote';

/** A run of a line with its offsets in the part's text; a field or a break has the length one and other words. */
export interface TextPiece extends TextStretch {
  /** What a reader sees of it. */
  shown: string;
  /** Id of the promise that its words make; null for none. */
  promise: string | null;
}

/** A line of the release as its readers see it. */
export interface ReleaseLine extends TextStretch {
  section: string;
  pieces: TextPiece[];
}

/** The lines of a text with the offsets that `PartText` gives them. */
export function readLines(doc: RichDoc): ReleaseLine[] {
  const lines: ReleaseLine[] = [];
  let offset = 0;
  const addLine = (section: string, inlines: readonly RichNode[]) => {
    if (lines.length > 0) offset += 1;
    const start = offset;
    const pieces = inlines.map((node): TextPiece => {
      const from = offset;
      offset += node.type === 'text' ? (node.text ?? '').length : 1;
      return { start: from, end: offset, shown: plainText(node), promise: markId(node, 'promise') };
    });
    lines.push({ section, start, end: offset, pieces });
  };
  const visit = (node: RichNode, section: string): void => {
    const kind = narrativeSchema.nodes[node.type];
    if (kind?.isLeaf) addLine(section, [node]);
    else if (kind?.isTextblock) addLine(section, node.content ?? []);
    else for (const child of node.content ?? []) visit(child, sectionIn(node, section));
  };
  for (const child of doc.content ?? []) visit(child, '');
  return lines;
}

/** A sentence of the release, as it is marked by itself. */
export interface ReleaseSentence extends TextStretch {
  section: string;
  /** What a reader sees of it. */
  shown: string;
}

/** The sentences of a text line by line, with the offsets that `PartText` gives them; empty lines have none. */
export function readSentences(doc: RichDoc): ReleaseSentence[][] {
  return readLines(doc).map(({ start, section, pieces }) => {
    // A field is one character here, and a letter, so that it ends no sentence.
    const letters = pieces
      .map((piece) => (piece.end - piece.start > 1 ? piece.shown : letterOf(piece)))
      .join('');
    return splitSentences(letters).map(({ from, to }) => {
      const range = { start: start + from, end: start + to };
      return { ...range, section, shown: shownIn(pieces, range) };
    });
  });
}

const letterOf = ({ shown }: TextPiece): string => (shown.length === 1 ? shown : 'x');

function shownIn(pieces: readonly TextPiece[], { start, end }: TextStretch): string {
  return pieces
    .filter((piece) => piece.start < end && start < piece.end)
    .map((piece) =>
      piece.end - piece.start > 1
        ? piece.shown.slice(Math.max(0, start - piece.start), end - piece.start)
        : piece.shown,
    )
    .join('');
}
