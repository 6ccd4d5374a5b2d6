import type { PositionRange } from '../../core/review/createAnchor';
import { reactionNames } from '../../core/review/excitement/questions';
import type { Reaction } from '../../core/review/records/excitement';
import type { Answer } from '../answer/answer';
import { fill } from '../dom/element';
import { drawLine } from '../reading/drawLine';
import type { Pick, ShownLine, ShownPart, Unit } from '../reading/lines';
import { anchorOfPick, type Remark, readRemarks, remarkKey } from './readRemarks';
import { lookOf, remarkCard, shortened } from './remarkCard';
import { remarkEditor } from './remarkEditor';
import { type Writing, writeComment, writeReaction, writeSuggestion } from './writing';

/** What can be done with words that were chosen. */
export type RemarkKind = 'comment' | 'suggestion' | Reaction;

/** A remark that is open to be written. */
interface OpenEditor {
  unit: Unit;
  element: HTMLElement;
  key: string;
  /** The words that it is about, which are shown as long as nothing is written. */
  place: PositionRange | null;
}

/** Where a remark is written, and what it is called. */
interface EditorPlace {
  unit: Unit;
  kind: RemarkKind;
  quote: string;
  place: PositionRange | null;
}

/** Draws what the reader says beside the text, and lets it be written. One remark is open at a time. */
export class RemarkDesk {
  readonly #answer: Answer;
  readonly #parts: readonly ShownPart[];
  #open: OpenEditor | null = null;

  constructor(answer: Answer, parts: readonly ShownPart[]) {
    this.#answer = answer;
    this.#parts = parts;
  }

  /** The paragraph that a suggestion for these words would change; null where they reach over several. */
  static lineOf({ unit, from, to }: Pick): ShownLine | null {
    const holds = ({ line }: ShownLine) => !line.isAtom && from >= line.from && to <= line.from + line.length;
    return unit.lines.find(holds) ?? null;
  }

  /** Opens a place to write about these words. */
  begin(pick: Pick, kind: RemarkKind): void {
    const part = this.#partOf(pick.unit);
    if (kind === 'suggestion') {
      const line = RemarkDesk.lineOf(pick);
      if (!line) return;
      const remark = this.#remarks().find((each) => each.kind === 'suggestion' && each.line === line);
      const records = remark?.kind === 'suggestion' ? remark.records : [];
      const at = { unit: pick.unit, kind, quote: '', place: null };
      this.#write(at, writeSuggestion(this.#answer, { line, part, records }));
      return;
    }
    const anchor = anchorOfPick(part, pick);
    const quote = pick.isWhole ? '' : anchor.quote.replaceAll('\ufffc', '').trim();
    const writing =
      kind === 'comment'
        ? writeComment(this.#answer, { anchor })
        : writeReaction(this.#answer, { anchor, reaction: kind });
    this.#write({ unit: pick.unit, kind, quote, place: pick }, writing);
  }

  /** Draws everything anew, as when an answer was loaded. Whoever writes meanwhile goes on where they were. */
  draw(): void {
    const { activeElement } = document;
    const remarks = this.#remarks();
    for (const { units } of this.#parts)
      for (const unit of units) {
        const own = remarks.filter((remark) => remark.unit === unit && remarkKey(remark) !== this.#open?.key);
        const cards = own.map((remark) =>
          remarkCard(remark, {
            change: () => this.#change(remark),
            remove: () => this.#remove(remark),
          }),
        );
        const editor = this.#open?.unit === unit ? this.#open.element : null;
        fill(unit.shelf, [...cards, editor]);
        this.#drawSpans(remarks, unit);
      }
    const hadFocus = this.#open?.element.contains(activeElement) === true;
    if (hadFocus && activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  }

  /** Closes what is open; what was written stays. */
  close(): void {
    const open = this.#open;
    if (!open) return;
    const hadFocus = open.element.contains(document.activeElement);
    this.#open = null;
    this.draw();
    if (hadFocus) open.unit.handle.focus();
  }

  #remarks = (): Remark[] => readRemarks(this.#answer, this.#parts);

  #partOf = (unit: Unit): ShownPart => {
    const part = this.#parts.find(({ part }) => part === unit.part);
    if (!part) throw new Error('A paragraph stands in no part.');
    return part;
  };

  #change(remark: Remark): void {
    const { unit, quote } = remark;
    const at = { unit, quote, place: remark.places[0] ?? null };
    const answer = this.#answer;
    switch (remark.kind) {
      case 'comment':
        this.#write({ ...at, kind: 'comment' }, writeComment(answer, remark.record));
        return;
      case 'reaction':
        this.#write({ ...at, kind: remark.reaction }, writeReaction(answer, remark.index));
        return;
      case 'suggestion': {
        const { line, records } = remark;
        const ground = { line, part: this.#partOf(unit), records };
        this.#write({ ...at, kind: 'suggestion', place: null }, writeSuggestion(answer, ground));
      }
    }
  }

  #remove(remark: Remark): void {
    const { unit } = remark;
    if (remark.kind === 'comment') this.#answer.remove(remark.record.id);
    else if (remark.kind === 'reaction') writeReaction(this.#answer, remark.index).remove();
    else this.#answer.remove(...remark.records.map(({ id }) => id));
    this.draw();
    unit.handle.focus();
  }

  #write({ unit, kind, quote, place }: EditorPlace, writing: Writing): void {
    const { element, focus } = remarkEditor({
      ...editorWords(kind, quote === '' ? unit.label : `“${shortened(quote)}”`),
      value: writing.value,
      look: kind === 'suggestion' ? 'rewrite' : '',
      onInput: (value) => {
        writing.write(value);
        this.#drawSpans(this.#remarks(), unit);
      },
      done: () => this.close(),
      remove: () => {
        writing.remove();
        this.close();
      },
    });
    this.#open = { unit, element, key: writing.key, place };
    this.draw();
    focus();
  }

  #drawSpans(remarks: readonly Remark[], unit: Unit): void {
    const own = remarks.filter((remark) => remark.unit.part === unit.part);
    const spans = own.flatMap((remark) => remark.places.map((place) => ({ ...place, look: lookOf(remark) })));
    const open = this.#open;
    if (open?.place && open.unit.part === unit.part) spans.push({ ...open.place, look: 'picked' });
    for (const line of unit.lines) drawLine(line, spans);
  }
}

function editorWords(kind: RemarkKind, about: string): { label: string; hint: string } {
  if (kind === 'comment') return { label: `Your comment on ${about}`, hint: '' };
  if (kind === 'suggestion')
    return {
      label: `How ${about} should read`,
      hint: 'Change the words as you would write them. The authors see what you took out and put in.',
    };
  return { label: `${reactionNames[kind].button}: ${about}`, hint: 'Why? A few words, if you like.' };
}
