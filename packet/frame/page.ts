import type { PacketFile } from '../../core/review/packet/packetFile';
import { Answer } from '../answer/answer';
import { answerAsText, copyFrom, saveAnswer } from '../answer/handOut';
import { browserStorage, Keeping } from '../answer/keeping';
import { button, element, fill } from '../dom/element';
import { customerStep } from '../steps/customerStep';
import { type GiveGround, giveStep } from '../steps/giveStep';
import { modelStep } from '../steps/modelStep';
import { signStep } from '../steps/signStep';
import type { Step } from '../steps/step';
import { Bar } from './bar';
import { ReadingView } from './readingView';
import { tellKept } from './tellKept';

/** Opens a packet on the page, with what was kept of an answer to it. */
export async function openPage(packet: PacketFile, root: HTMLElement): Promise<void> {
  const answer = new Answer(packet);
  const page = new Page(answer, root);
  await page.restore();
}

/** The packet while it is read, answered and given back. */
class Page {
  readonly #answer: Answer;
  readonly #keeping: Keeping;
  readonly #reading: ReadingView;
  readonly #bar: Bar;
  readonly #kept = element('p', { class: 'kept', role: 'status' });
  readonly #progress = element('div', { class: 'progress', 'aria-hidden': 'true' });
  readonly #stepView = element('div', { class: 'step', hidden: true });
  readonly #outcome = element('div', { class: 'outcome', role: 'status' });
  readonly #steps: readonly Step[];
  #place = 1;
  /** Index of the step after the reading; null while the text is there. */
  #step: number | null = null;
  #scrolled = 0;

  constructor(answer: Answer, root: HTMLElement) {
    this.#answer = answer;
    this.#keeping = new Keeping(answer, browserStorage(), () => this.#tellKept());
    this.#bar = new Bar(answer.packet, {
      begin: (kind) => this.#reading.begin(kind),
      cancel: () => this.#reading.cancel(),
      openParts: () => this.#reading.openParts(),
      finish: () => this.#open(0),
    });
    this.#reading = new ReadingView({
      answer,
      onPick: (chosen, byKeyboard) => {
        const shown = chosen !== null && this.#bar.showPick(chosen.pick, chosen.about);
        if (!shown) this.#showReadingBar();
        else if (byKeyboard) this.#bar.focusFirst();
      },
      onPlace: (part, share) => this.#tellPlace(part, share),
    });
    this.#steps = stepsOf(answer, {
      outcome: this.#outcome,
      onLoaded: () => this.#reading.desk.draw(),
      forget: () => this.#forget(),
    });
    fill(root, this.#frame());
    this.#tellKept();
    this.#showReadingBar();
    this.#listen();
  }

  /** Goes on with what the browser kept. */
  async restore(): Promise<void> {
    const kept = this.#keeping.read();
    if (kept !== null) await this.#hear(kept);
  }

  #frame(): HTMLElement[] {
    const { narrative, draft } = this.#answer.packet;
    return [
      element('a', { class: 'skip', href: '#text' }, ['To the text']),
      element('header', { class: 'top' }, [
        element('p', { class: 'name' }, [`${narrative.name}, draft ${draft}`]),
        this.#kept,
        this.#progress,
      ]),
      element('div', { class: 'desk' }, [
        this.#reading.contents,
        element('main', { id: 'text', tabindex: -1 }, [this.#reading.element, this.#stepView]),
      ]),
      this.#bar.element,
    ];
  }

  #listen(): void {
    window.addEventListener('beforeunload', (event) => {
      if (this.#keeping.isAtRisk && this.#answer.records.length > 0) event.preventDefault();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.#keeping.keep();
    });
    // The same packet in another window keeps in the same place: each takes in what the other did.
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key === this.#keeping.key) void this.#hear(newValue);
    });
  }

  async #hear(text: string | null): Promise<void> {
    const isTakenAway = text === null && this.#answer.records.length > 0;
    await this.#keeping.hear(text);
    if (isTakenAway) this.#open(null);
    this.#reading.desk.draw();
  }

  #showReadingBar(): void {
    if (this.#step === null) this.#bar.showReading(`${this.#place}/${this.#reading.length}`);
  }

  #tellPlace(part: number, share: number): void {
    this.#progress.style.transform = `scaleX(${share})`;
    if (part === this.#place) return;
    this.#place = part;
    this.#bar.tellPlace(`${part}/${this.#reading.length}`);
  }

  #tellKept(): void {
    const { state } = this.#keeping;
    this.#kept.textContent = tellKept(state);
    this.#kept.classList.toggle('warns', state.kind === 'unkept');
  }

  /** Puts the text away, or brings it back for null. */
  #open(index: number | null): void {
    const { element: text, contents, desk } = this.#reading;
    desk.close();
    if (this.#step === null) this.#scrolled = window.scrollY;
    this.#step = index;
    text.hidden = index !== null;
    contents.hidden = index !== null;
    this.#progress.hidden = index !== null;
    this.#stepView.hidden = index === null;
    if (index === null) {
      fill(this.#stepView, []);
      this.#showReadingBar();
      window.scrollTo(0, this.#scrolled);
      document.getElementById('text')?.focus({ preventScroll: true });
      return;
    }
    this.#showStep(index);
  }

  #showStep(index: number): void {
    const step = this.#steps[index];
    if (!step) return;
    const count = this.#steps.length === 1 ? '' : `Step ${index + 1} of ${this.#steps.length}`;
    const heading = element('h1', { tabindex: -1 }, [step.title]);
    fill(this.#outcome, []);
    fill(this.#stepView, [element('p', { class: 'quiet' }, [count]), heading, ...step.build()]);
    const back = button({
      label: 'Back',
      name: 'Back to reading',
      onPress: () => this.#open(null),
      look: 'big',
    });
    const isLast = index === this.#steps.length - 1;
    this.#bar.show('', isLast ? [back, ...this.#giveButtons()] : [back, this.#nextButton(index)]);
    window.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }

  #nextButton = (index: number): HTMLButtonElement =>
    button({ label: 'Go on', onPress: () => this.#open(index + 1), look: 'big primary' });

  #giveButtons(): HTMLButtonElement[] {
    return [
      button({ label: 'Copy as text', onPress: () => void this.#copy(), look: 'big' }),
      button({ label: 'Save my answer', onPress: () => void this.#save(), look: 'big primary' }),
    ];
  }

  async #save(): Promise<void> {
    const name = await saveAnswer(this.#answer);
    this.#keeping.handedOut();
    fill(this.#outcome, [
      element('p', {}, [`Your browser was asked to save ${name}. You find it where your downloads are.`]),
    ]);
  }

  async #copy(): Promise<void> {
    const box = element('textarea', { readonly: true, rows: 6, 'aria-label': 'Your answer as text' });
    box.value = await answerAsText(this.#answer);
    const told = element('p');
    fill(this.#outcome, [told, box]);
    const isCopied = await copyFrom(box);
    if (isCopied) this.#keeping.handedOut();
    told.textContent = isCopied
      ? 'Copied. Paste it into a mail, all of it.'
      : 'Copy all of this and paste it into a mail.';
  }

  #forget(): void {
    this.#keeping.forget();
    this.#open(null);
    this.#reading.desk.draw();
  }
}

function stepsOf(answer: Answer, give: Omit<GiveGround, 'answer'>): Step[] {
  const { purpose, asks } = answer.packet;
  const last = giveStep({ answer, ...give });
  if (purpose === 'customers') return [customerStep(answer), last];
  return [
    ...(asks.modelPrompts.length > 0 ? [modelStep(answer)] : []),
    ...(asks.signOff ? [signStep(answer)] : []),
    last,
  ];
}
