import type { PartKey } from '../narrative/parts';
import { type Anchor, anchorLimits } from './anchor';
import type { TextStretch } from './findQuote';
import { idAt, offsetAt, type PartText, sectionAt } from './partText';

/** Positions as ProseMirror counts them. */
export interface PositionRange {
  from: number;
  to: number;
}

/** What finds these words, or this place between two words, again. */
export function createAnchor(text: PartText, part: PartKey, { from, to }: PositionRange): Anchor {
  if (from >= to) {
    const place = offsetAt(text, from, 'before');
    return anchorOf(text, part, { start: place, end: place });
  }
  const start = startOf(text, from);
  return anchorOf(text, part, { start, end: Math.max(start, endOf(text, to)) });
}

/** A selection that begins behind the last word of a line begins with the next line. */
function startOf(text: PartText, from: number): number {
  const start = offsetAt(text, from, 'after');
  const isAtEnd = text.lines.some(
    (line) => line.length > 0 && line.from + line.length === from && !line.isAtom,
  );
  return isAtEnd && start < text.text.length ? start + 1 : start;
}

/** One that ends before the first word of a line ends with the line before. */
function endOf(text: PartText, to: number): number {
  const end = offsetAt(text, to, 'before');
  const isAtStart = text.lines.some((line) => line.length > 0 && line.from === to && !line.isAtom);
  return isAtStart && end > 0 ? end - 1 : end;
}

/** An anchor for a question, story, step, manual or screen as a whole; null where the part has no such item. */
export function createItemAnchor(text: PartText, part: PartKey, id: string): Anchor | null {
  const item = text.items.find((candidate) => candidate.id === id);
  if (!item) return null;
  const first = text.lines.find((line) => line.from >= item.from);
  const start = first?.start ?? 0;
  const anchor = anchorOf(text, part, { start, end: start + (first?.length ?? 0) });
  return { ...anchor, section: item.section, item: id, from: null, to: null };
}

/** An anchor for words known by their offsets in a part's text. */
function anchorOf(text: PartText, part: PartKey, { start, end }: TextStretch): Anchor {
  const words = text.text;
  const isPlace = start === end;
  return {
    part,
    section: sectionAt(text, start),
    item: '',
    from: idAt(text, start),
    to: isPlace ? idBefore(text, start) : lastId(text, end),
    quote: whole(words.slice(start, Math.min(end, start + anchorLimits.quote))),
    before: whole(words.slice(Math.max(0, start - anchorLimits.context), start)),
    after: whole(words.slice(end, end + anchorLimits.context)),
  };
}

/** A line that ends the words and is empty has no character, but it has an id. */
function lastId(text: PartText, end: number) {
  const isEmpty =
    text.text[end - 1] === '\n' && text.lines.some(({ start, length }) => start === end && length === 0);
  return (isEmpty ? idAt(text, end) : idAt(text, end - 1)) ?? idAt(text, end);
}

const idBefore = (text: PartText, offset: number) =>
  offset === 0 || text.text[offset - 1] === '\n' ? null : idAt(text, offset - 1);

/** Without the half of a character that a limit cut through. */
const whole = (words: string): string => words.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
