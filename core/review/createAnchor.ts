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
  const start = offsetAt(text, from, from < to ? 'after' : 'before');
  const end = Math.max(start, offsetAt(text, to, 'before'));
  return anchorOf(text, part, trim(text.text, { start, end }));
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
    to: isPlace && (start === 0 || words[start - 1] === '\n') ? null : idAt(text, end - 1),
    quote: whole(words.slice(start, Math.min(end, start + anchorLimits.quote))),
    before: whole(words.slice(Math.max(0, start - anchorLimits.context), start)),
    after: whole(words.slice(end, end + anchorLimits.context)),
  };
}

/** A selection may begin or end between two lines. */
function trim(words: string, { start, end }: TextStretch): TextStretch {
  let first = start;
  let last = end;
  while (first < last && words[first] === '\n') first += 1;
  while (last > first && words[last - 1] === '\n') last -= 1;
  return { start: first, end: last };
}

/** Without the half of a character that a limit cut through. */
const whole = (words: string): string => words.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
