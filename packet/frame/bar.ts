import { reactionNames } from '../../core/review/excitement/questions';
import type { PacketFile } from '../../core/review/packet/packetFile';
import { reactions } from '../../core/review/records/excitement';
import { button, element, fill } from '../dom/element';
import type { Pick } from '../reading/lines';
import { RemarkDesk, type RemarkKind } from '../remarks/remarkDesk';

/** What the bar at the foot of the page leads to. */
export interface BarActs {
  begin: (kind: RemarkKind) => void;
  cancel: () => void;
  openParts: () => void;
  finish: () => void;
}

/** The bar at the foot of the page: three large buttons, for what can be done now. */
export class Bar {
  readonly element = element('nav', { class: 'bar', 'aria-label': 'Your review' });
  readonly #about = element('p', { class: 'bar-about', 'aria-live': 'polite' });
  readonly #buttons = element('div', { class: 'bar-buttons' });
  readonly #parts: HTMLButtonElement;
  readonly #packet: PacketFile;
  readonly #acts: BarActs;

  constructor(packet: PacketFile, acts: BarActs) {
    this.#packet = packet;
    this.#acts = acts;
    this.#parts = button({ label: 'Parts', onPress: acts.openParts, look: 'big parts-button' });
    this.element.append(this.#about, this.#buttons);
    // The words that were selected stay selected while a button is pressed.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  /** While somebody reads: which part of how many they are in. */
  showReading(place: string): void {
    this.#parts.textContent = `Parts ${place}`;
    this.show('', [
      this.#parts,
      button({ label: 'Finish and give back', onPress: this.#acts.finish, look: 'big primary' }),
    ]);
  }

  /** The reader has come to another part. */
  tellPlace(place: string): void {
    this.#parts.textContent = `Parts ${place}`;
  }

  /** While words are chosen; answers whether there is anything to do with them. */
  showPick(pick: Pick, about: string): boolean {
    const { purpose, asks } = this.#packet;
    const { begin, cancel } = this.#acts;
    const isOneLine = RemarkDesk.lineOf(pick) !== null;
    const acts =
      purpose === 'customers'
        ? reactions.map((kind) =>
            button({ label: reactionNames[kind].button, onPress: () => begin(kind), look: `big ${kind}` }),
          )
        : [
            ...(asks.comments
              ? [button({ label: 'Comment', onPress: () => begin('comment'), look: 'big primary' })]
              : []),
            ...(asks.suggestions && isOneLine
              ? [button({ label: 'Suggest', onPress: () => begin('suggestion'), look: 'big' })]
              : []),
          ];
    if (acts.length === 0) return false;
    const isReview = purpose === 'review';
    this.show(about, [
      ...acts,
      button({
        label: isReview ? 'Cancel' : '×',
        name: 'Cancel',
        onPress: cancel,
        look: isReview ? 'big' : 'big narrow',
      }),
    ]);
    return true;
  }

  /** Shows these buttons, with a line above that says what they are about. */
  show(about: string, buttons: readonly HTMLButtonElement[]): void {
    this.#about.textContent = about;
    this.#about.hidden = about === '';
    fill(this.#buttons, buttons);
  }

  focusFirst(): void {
    this.#buttons.querySelector('button')?.focus();
  }
}
