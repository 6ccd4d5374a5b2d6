import type * as Y from 'yjs';
import { printable } from '../../import/printable';
import { decodeNarrativeDoc, partFragment } from '../../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../narrative/parts';
import { plainText } from '../../narrative/plainText';
import type { RichNode } from '../../narrative/richText';
import type { Anchor } from '../../review/anchor';
import type { PositionRange } from '../../review/createAnchor';
import type { PartText } from '../../review/partText';
import { placeAnchor } from '../../review/placeAnchor';
import { readDocText, readPartText } from '../../review/readPartText';
import { type ReviewSuggestion, readSuggestions } from '../../review/readSuggestions';
import { type ReviewThread, readThreads } from '../../review/readThreads';
import type { ReviewRecordOf } from '../../review/reviewRecord';
import type { TextChange } from '../../review/textChange';
import type { ExportDocument } from '../exportDocument';
import { showsReview } from '../prepareParts';
import type { ReviewMark } from '../reading/readingNode';
import { drawChange } from './drawChange';
import type { DrawnMessage, DrawnReview, DrawnThread } from './drawnReview';
import type { AddedNodes, MarkedSpan, PartMarks } from './markSpans';

/**
 * What reviewers said, in the place of its words; undefined where the options do not ask for it. A suggestion that
 * does not fit the text any more, or lies across another one, is told as a remark: nothing is dropped.
 */
export function drawReview(document: ExportDocument): DrawnReview | undefined {
  const { review, content } = document;
  if (!review || !showsReview(document)) return undefined;
  const doc = review.update.length > 0 ? decodeNarrativeDoc(review.update) : null;
  const desk = new Desk(content.parts, doc);
  for (const thread of readThreads(review.records)) drawThread(thread, desk);
  for (const suggestion of readSuggestions(review.records, content.decisions))
    if (suggestion.state === 'open') drawSuggestion(suggestion, desk);
  doc?.destroy();
  return desk.finish();
}

/** Where threads and marks are gathered while a review is drawn. */
class Desk {
  private readonly texts = new Map<PartKey, PartText>();
  private readonly threads = new Map<string, DrawnThread>();
  private readonly spans = new Map<PartKey, MarkedSpan[]>();
  private readonly added = new Map<PartKey, AddedNodes[]>();
  /** Stretches that suggestions change already. */
  private readonly taken = new Map<PartKey, PositionRange[]>();

  constructor(
    readonly parts: Readonly<Record<PartKey, RichNode & { type: 'doc' }>>,
    private readonly doc: Y.Doc | null,
  ) {}

  /** Where the words of an anchor stand; null where they are gone, or where nothing is left to put a mark on. */
  place(anchor: Anchor): PositionRange | null {
    const text = this.textOf(anchor.part);
    const placed = placeAnchor(text, anchor);
    if (placed.state === 'orphan') return null;
    const { from, to } = placed;
    if (anchor.item === '') return { from, to };
    const title = text.lines.find((line) => line.from >= from && line.from < to);
    return title ? { from: title.from, to: title.from + title.length } : null;
  }

  /** The stretch that a remark is put on: a place between two words has none of its own, so its line is taken. */
  stretch(part: PartKey, { from, to }: PositionRange): PositionRange | null {
    if (from < to) return { from, to };
    const line = this.textOf(part).lines.findLast((one) => one.from <= from && from <= one.from + one.length);
    return line && line.length > 0 ? { from: line.from, to: line.from + line.length } : null;
  }

  addThread(thread: DrawnThread, range: PositionRange | null): void {
    this.threads.set(thread.id, thread);
    if (range && thread.part !== null)
      this.mark(thread.part, { spans: [{ ...range, mark: remark(thread.id) }], added: [] });
  }

  /** False where another suggestion changes some of the same text. */
  addChange(part: PartKey, marks: PartMarks): boolean {
    const places = [...marks.spans.flatMap(({ from, to }) => [from, to]), ...marks.added.map(({ at }) => at)];
    const range = { from: Math.min(...places), to: Math.max(...places) };
    const taken = this.taken.get(part) ?? [];
    if (taken.some((other) => other.from < range.to && range.from < other.to)) return false;
    this.taken.set(part, [...taken, range]);
    this.mark(part, marks);
    return true;
  }

  finish(): DrawnReview {
    const drawn = partKeys.map((part): [PartKey, PartMarks] => [
      part,
      { spans: this.spans.get(part) ?? [], added: this.added.get(part) ?? [] },
    ]);
    return { threads: this.threads, marks: Object.fromEntries(drawn) };
  }

  private mark(part: PartKey, { spans, added }: PartMarks): void {
    this.spans.set(part, [...(this.spans.get(part) ?? []), ...spans]);
    this.added.set(part, [...(this.added.get(part) ?? []), ...added]);
  }

  private textOf(part: PartKey): PartText {
    const known = this.texts.get(part);
    if (known) return known;
    const fragment = this.doc && partFragment(this.doc, part);
    const text = fragment && fragment.length > 0 ? readPartText(fragment) : readDocText(this.parts[part]);
    this.texts.set(part, text);
    return text;
  }
}

const remark = (id: string): ReviewMark => ({ type: 'remark', attrs: { id } });

const toMessage = ({ id, by, at, text }: ReviewRecordOf<'comment' | 'reply'>): DrawnMessage => ({
  id,
  by,
  at,
  text: printable(text),
});

function drawThread({ id, anchor, messages, isResolved }: ReviewThread, desk: Desk): void {
  if (messages.length === 0) return;
  const place = anchor && desk.place(anchor);
  const range = anchor && place && desk.stretch(anchor.part, place);
  const drawn = { id, part: anchor?.part ?? null, messages: messages.map(toMessage), isResolved };
  desk.addThread({ ...drawn, lostQuote: place ? '' : printable(anchor?.quote ?? '') }, range);
}

function drawSuggestion(suggestion: ReviewSuggestion, desk: Desk): void {
  const { record, replies } = suggestion;
  const { part } = record.anchor;
  const place = desk.place(record.anchor);
  const attrs = { id: record.id, by: record.by, at: record.at };
  const about = replies.length > 0 ? [remark(record.id)] : [];
  const marks = {
    inserted: [{ type: 'inserted' as const, attrs }, ...about],
    deleted: [{ type: 'deleted' as const, attrs }, ...about],
  };
  const drawn = place && drawChange({ doc: desk.parts[part], range: place, change: record.change, marks });
  const said = replies.map(toMessage);
  const thread = { id: record.id, part, isResolved: false, lostQuote: '' };
  if (drawn && desk.addChange(part, drawn)) {
    if (said.length > 0) desk.addThread({ ...thread, messages: said }, null);
    return;
  }
  const told = { id: record.id, by: record.by, at: record.at, text: sentenceOf(record.change) };
  const lostQuote = place ? '' : printable(record.anchor.quote);
  desk.addThread({ ...thread, lostQuote, messages: [told, ...said] }, place && desk.stretch(part, place));
}

/** A change that cannot be shown in the text, in words. */
function sentenceOf(change: TextChange): string {
  const was = 'was' in change ? wordsOf(change.was) : '';
  const now = 'now' in change ? wordsOf(change.now) : '';
  if (was === '') return `Suggests to add: “${now}”`;
  return now === '' ? `Suggests to take out: “${was}”` : `Suggests “${now}” in place of “${was}”`;
}

const wordsOf = (nodes: readonly RichNode[]): string => printable(nodes.map(plainText).join('\n')).trim();
