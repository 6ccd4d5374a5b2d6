import { type Anchor, anchorLimits } from './anchor';
import type { PositionRange } from './createAnchor';
import { findQuote, type TextStretch } from './findQuote';
import { type LocatedCharacter, locate, type PartText, positionAt } from './partText';

/**
 * Where a remark stands now, in ProseMirror positions: `exact` by what it was put on, `found` by its words, or on
 * text that is gone. A place between two words has `from` and `to` equal.
 */
export type Placement = ({ state: 'exact' | 'found' } & PositionRange) | { state: 'orphan' };

/** Finds the words of an anchor in its part as it is now. Never throws, whatever the anchor says. */
export function placeAnchor(text: PartText, anchor: Anchor): Placement {
  if (anchor.item !== '') {
    const item = text.items.filter(({ id }) => id === anchor.item);
    const { from, to } = item.find(({ section }) => section === anchor.section) ?? item[0] ?? {};
    if (from !== undefined && to !== undefined) return { state: 'exact', from, to };
    if (anchor.quote === '') return { state: 'orphan' };
  }
  const exact = byCharacters(text, anchor);
  if (exact) return placed(text, 'exact', exact);
  const found = findQuote(text, anchor) ?? besideLastCharacter(text, anchor);
  return found ? placed(text, 'found', found) : { state: 'orphan' };
}

function byCharacters(text: PartText, anchor: Anchor): TextStretch | null {
  const first = anchor.from && locate(text, anchor.from);
  const last = anchor.to && locate(text, anchor.to);
  if (anchor.quote === '') return betweenCharacters(first, last);
  if (!first || !last) return null;
  const start = first.at;
  const end = endOf(last);
  const left = text.text.slice(start, end);
  if (!first.isDeleted || !last.isDeleted) return start < end ? { start, end } : null;
  // Words that only stand where the quoted ones were are others.
  if (left !== '' && (anchor.quote.includes(left) || anchor.quote.length >= anchorLimits.quote))
    return { start, end };
  return takenBack(text, anchor.quote, first.restored);
}

/** A place is after its left neighbour or before its right one, whichever is still there. */
function betweenCharacters(
  right: LocatedCharacter | null,
  left: LocatedCharacter | null,
): TextStretch | null {
  const known = [left, right].find((run) => run && !run.isDeleted) ?? left ?? right;
  if (!known) return null;
  const start = known === left ? endOf(known) : known.at;
  return { start, end: start };
}

/** An undo writes the same words anew where they stood; their ids are others then. */
function takenBack({ text }: PartText, quote: string, places: readonly number[]): TextStretch | null {
  const start = places.find((place) => place >= 0 && text.startsWith(quote, place));
  return start === undefined ? null : { start, end: start + quote.length };
}

/** Of words whose one end is gone without a trace, what its line keeps from the other end on. */
function besideLastCharacter(text: PartText, { from, to, quote }: Anchor): TextStretch | null {
  if (quote === '') return null;
  const first = from && locate(text, from);
  if (first && !first.isDeleted) {
    const end = text.text.indexOf('\n', first.at);
    return { start: first.at, end: Math.min(first.at + quote.length, end < 0 ? text.text.length : end) };
  }
  const last = to && locate(text, to);
  if (!last || last.isDeleted) return null;
  const start = text.text.lastIndexOf('\n', last.at) + 1;
  return { start: Math.max(start, endOf(last) - quote.length), end: endOf(last) };
}

const endOf = ({ at, length }: LocatedCharacter): number => at + length;

function placed(text: PartText, state: 'exact' | 'found', { start, end }: TextStretch): Placement {
  const from = positionAt(text, start);
  return { state, from, to: Math.max(from, positionAt(text, end)) };
}
