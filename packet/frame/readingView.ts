import type { PacketFile } from '../../core/review/packet/packetFile';
import type { Answer } from '../answer/answer';
import { element } from '../dom/element';
import { Choosing } from '../reading/choosing';
import type { Pick, ShownPart } from '../reading/lines';
import { renderPart } from '../reading/renderPart';
import { shortened } from '../remarks/remarkCard';
import { RemarkDesk, type RemarkKind } from '../remarks/remarkDesk';
import { letterOf } from '../steps/signStep';
import { minutesOf, renderCover } from './cover';
import { partsDialog, partsList } from './partsList';

interface ReadingGround {
  answer: Answer;
  /** Hears what is chosen, in words, too; null for nothing. */
  onPick: (chosen: { pick: Pick; about: string } | null, byKeyboard: boolean) => void;
  /** Hears how far somebody is: the number of the part, and how much of the page is above. */
  onPlace: (part: number, share: number) => void;
}

/** The text with everything that is said beside it. */
export class ReadingView {
  readonly element: HTMLElement;
  readonly contents: HTMLElement;
  readonly desk: RemarkDesk;
  readonly #parts: readonly ShownPart[];
  readonly #choosing: Choosing;
  readonly #dialog: HTMLDialogElement;
  #pick: Pick | null = null;

  constructor({ answer, onPick, onPlace }: ReadingGround) {
    const { packet } = answer;
    this.#parts = renderParts(packet);
    this.desk = new RemarkDesk(answer, this.#parts);
    const list = () =>
      partsList(
        this.#parts.map((shown, index) => ({
          shown,
          minutes: minutesOf(packet.parts.slice(index, index + 1)),
        })),
        (part) => this.#go(part),
      );
    this.#dialog = partsDialog(list());
    this.contents = element('nav', { class: 'contents', 'aria-label': 'Parts' }, [list()]);
    this.element = element('div', { class: 'reading', lang: packet.language || null }, [
      renderCover(packet),
      ...this.#parts.map((part) => part.element),
      element('p', { class: 'end' }, [packet.confidentiality || 'This is the end of the text.']),
      this.#dialog,
    ]);
    this.#choosing = new Choosing({
      sheet: this.element,
      parts: this.#parts,
      onPick: (pick, byKeyboard) => {
        this.#pick = pick;
        onPick(pick && { pick, about: tellPick(pick, this.#parts) }, byKeyboard);
      },
    });
    document.addEventListener('scroll', () => this.#tellPlace(onPlace), { passive: true });
    this.desk.draw();
  }

  /** Number of parts. */
  get length(): number {
    return this.#parts.length;
  }

  openParts(): void {
    this.#dialog.showModal();
  }

  cancel(): void {
    const unit = this.#pick?.unit;
    this.#choosing.clear();
    unit?.handle.focus({ preventScroll: true });
  }

  /** Opens a place to write about what is chosen. */
  begin(kind: RemarkKind): void {
    const pick = this.#pick;
    if (!pick) return;
    this.#choosing.clear();
    document.getSelection()?.removeAllRanges();
    this.desk.close();
    this.desk.begin(pick, kind);
  }

  #go({ element: part }: ShownPart): void {
    this.#dialog.close();
    part.scrollIntoView();
    part.querySelector('h2')?.focus({ preventScroll: true });
  }

  #tellPlace(onPlace: ReadingGround['onPlace']): void {
    if (this.element.hidden) return;
    const middle = window.innerHeight / 2;
    const begun = this.#parts.filter(({ element: part }) => part.getBoundingClientRect().top < middle);
    const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
    const part = Math.max(1, begun.length);
    for (const item of this.contents.querySelectorAll('li'))
      item.classList.toggle('here', item.dataset.part === this.#parts[part - 1]?.part);
    onPlace(part, scrollHeight > clientHeight ? scrollTop / (scrollHeight - clientHeight) : 1);
  }
}

function renderParts(packet: PacketFile): ShownPart[] {
  return packet.parts.map((part, index) => renderPart(part, letterOf(index), packet));
}

/** What is chosen, in words. */
function tellPick(pick: Pick, parts: readonly ShownPart[]): string {
  const { unit, from, to, isWhole } = pick;
  if (isWhole) return unit.label;
  const text = parts.find(({ part }) => part === unit.part)?.text;
  const line = unit.lines.find((each) => each.line.from <= from && to <= each.line.from + each.line.length);
  const start = (line?.line.start ?? 0) + from - (line?.line.from ?? from);
  const words = line && text ? text.text.slice(start, start + to - from).replaceAll('\ufffc', '') : '';
  return words === '' ? `Words up to ${unit.label}` : `${unit.label} “${shortened(words)}”`;
}
