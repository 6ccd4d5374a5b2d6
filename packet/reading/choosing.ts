import type { Pick, ShownPart, Unit } from './lines';
import { readSelection, wholeUnit } from './selection';

interface ChoosingGround {
  sheet: HTMLElement;
  parts: readonly ShownPart[];
  /** Hears what is chosen now, and whether it was chosen by keyboard. */
  onPick: (pick: Pick | null, byKeyboard: boolean) => void;
}

/** Lets readers choose words by selecting them, and paragraphs by their labels: with arrow keys, too. */
export class Choosing {
  readonly #ground: ChoosingGround;
  readonly #units: readonly Unit[];
  #chosen: Unit | null = null;

  constructor(ground: ChoosingGround) {
    this.#ground = ground;
    this.#units = ground.parts.flatMap(({ units }) => units);
    for (const unit of this.#units) {
      unit.handle.addEventListener('click', ({ detail }) => this.#choose(unit, detail === 0));
      unit.handle.addEventListener('focus', () => this.#makeReachable(unit));
    }
    if (this.#units[0]) this.#makeReachable(this.#units[0]);
    ground.sheet.addEventListener('keydown', (event) => this.#move(event));
    ground.sheet.addEventListener('pointerdown', ({ target }) => {
      const isInText = target instanceof Element && target.closest('.handle, .card') === null;
      if (isInText) this.clear();
    });
    document.addEventListener('selectionchange', () => this.#select());
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.clear();
    });
  }

  clear(): void {
    this.#mark(null);
    this.#ground.onPick(null, false);
  }

  #select(): void {
    const pick = readSelection(document.getSelection(), this.#ground.parts);
    if (!pick) return;
    this.#mark(null);
    this.#ground.onPick(pick, false);
  }

  #choose(unit: Unit, byKeyboard: boolean): void {
    document.getSelection()?.removeAllRanges();
    this.#mark(unit);
    this.#ground.onPick(wholeUnit(unit), byKeyboard);
  }

  #mark(unit: Unit | null): void {
    this.#chosen?.element.classList.remove('chosen');
    unit?.element.classList.add('chosen');
    this.#chosen = unit;
  }

  /** One label can be reached by Tab; the arrow keys lead to the others. */
  #makeReachable(unit: Unit): void {
    for (const { handle } of this.#units) handle.tabIndex = handle === unit.handle ? 0 : -1;
  }

  #move(event: KeyboardEvent): void {
    const at = this.#units.findIndex(({ handle }) => handle === event.target);
    const to = at < 0 ? undefined : neighbour(event.key, at, this.#units.length);
    if (to === undefined) return;
    event.preventDefault();
    this.#units[to]?.handle.focus();
  }
}

function neighbour(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
