import type { Anchor } from '../../core/review/anchor';
import { createAnchor, createItemAnchor, type PositionRange } from '../../core/review/createAnchor';
import type { AnswerRecord } from '../../core/review/packet/packetAnswer';
import { placeAnchor } from '../../core/review/placeAnchor';
import type { Reaction } from '../../core/review/records/excitement';
import type { Answer } from '../answer/answer';
import type { Pick, ShownLine, ShownPart, Unit } from '../reading/lines';
import type { LineChange } from './suggestLine';

type RecordOf<K extends AnswerRecord['kind']> = Extract<AnswerRecord, { kind: K }>;
export type Suggestion = RecordOf<'suggestion'>;

/** Something that the reader said about some words, with where it stands on the page. */
export type Remark = { unit: Unit; places: PositionRange[]; quote: string } & (
  | { kind: 'comment'; record: RecordOf<'comment'> }
  | { kind: 'suggestion'; line: ShownLine; records: Suggestion[] }
  | { kind: 'reaction'; index: number; reaction: Reaction; note: string }
);

export const lineKey = ({ part, line }: ShownLine): string => `line ${part} ${line.from}`;
export const markKey = (index: number): string => `mark ${index}`;

/** Equal for the same remark. */
export function remarkKey(remark: Remark): string {
  switch (remark.kind) {
    case 'comment':
      return remark.record.id;
    case 'suggestion':
      return lineKey(remark.line);
    case 'reaction':
      return markKey(remark.index);
  }
}

/** Where anchors that were made here stand: they need not be looked for. */
const known = new WeakMap<Anchor, PositionRange>();

/** An anchor for these words of a part. */
export function anchorAt({ part, text }: ShownPart, { from, to }: PositionRange): Anchor {
  const anchor = createAnchor(text, part, { from, to });
  known.set(anchor, { from, to });
  return anchor;
}

/** An anchor for what was chosen; a screen is known by its name. */
export function anchorOfPick(part: ShownPart, { unit, from, to, isWhole }: Pick): Anchor {
  const item = isWhole && unit.item !== '' ? createItemAnchor(part.text, part.part, unit.item) : null;
  return item ?? anchorAt(part, { from, to });
}

/** All remarks of an answer, in reading order. */
export function readRemarks(answer: Answer, parts: readonly ShownPart[]): Remark[] {
  const comments = answer.ofKind('comment').flatMap((record): Remark[] => {
    const at = placed(record.anchor, parts);
    return at ? [{ kind: 'comment', record, quote: quoteOf(record.anchor, at), ...at }] : [];
  });
  const marks = answer.ofKind('customerAnswer').flatMap((record) =>
    record.marks.flatMap(({ anchor, reaction, note }, index): Remark[] => {
      const at = placed(anchor, parts);
      return at ? [{ kind: 'reaction', index, reaction, note, quote: quoteOf(anchor, at), ...at }] : [];
    }),
  );
  const all = [...comments, ...marks, ...suggestionsByLine(answer.ofKind('suggestion'), parts)];
  return all.sort((a, b) => (a.places[0]?.from ?? 0) - (b.places[0]?.from ?? 0));
}

/** The change that a suggestion makes in its line; null for one that this page cannot have made. */
export function lineChangeOf(
  { anchor, change }: Suggestion,
  line: ShownLine,
  parts: readonly ShownPart[],
): LineChange | null {
  const at = placed(anchor, parts)?.places[0];
  if (!at || change.kind !== 'words') return null;
  const { from } = line.line;
  return { from: at.from - from, to: at.to - from, was: change.was, now: change.now };
}

function suggestionsByLine(records: readonly Suggestion[], parts: readonly ShownPart[]): Remark[] {
  const found = new Map<ShownLine, Extract<Remark, { kind: 'suggestion' }>>();
  for (const record of records) {
    const at = placed(record.anchor, parts);
    const place = at?.places[0];
    const line =
      place &&
      at.unit.lines.find(({ line: { from, length } }) => place.from >= from && place.to <= from + length);
    if (!at || !line) continue;
    const remark = found.get(line);
    if (remark) {
      remark.records.push(record);
      remark.places.push(...at.places);
    } else found.set(line, { kind: 'suggestion', line, records: [record], quote: '', ...at });
  }
  return [...found.values()];
}

/** Where an anchor stands on the page; null where its part is not in the packet. */
function placed(anchor: Anchor, parts: readonly ShownPart[]): { unit: Unit; places: PositionRange[] } | null {
  const part = parts.find((each) => each.part === anchor.part);
  const first = part?.units[0];
  if (!part || !first) return null;
  const placement = placeAnchor(part.text, anchor);
  const at = known.get(anchor) ?? (placement.state === 'orphan' ? null : placement);
  if (!at) return { unit: first, places: [] };
  const unit = part.units.findLast(({ from }) => from <= Math.max(at.from, at.to - 1)) ?? first;
  return { unit, places: [{ from: at.from, to: at.to }] };
}

/** '' where the words are all of their paragraph. */
function quoteOf(
  { quote, item }: Anchor,
  { unit, places: [place] }: { unit: Unit; places: PositionRange[] },
): string {
  if (item !== '' || !place || (place.from <= unit.from && place.to >= unit.to)) return '';
  return quote.replaceAll('\ufffc', '').trim();
}
