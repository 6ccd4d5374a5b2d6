import type { Answer } from './answer';
import { writeAnswer } from './giveBack';
import { readGiven } from './readGiven';

/** Where what somebody wrote is, as of now. */
export type KeepState =
  | { kind: 'nothing'; canKeep: boolean }
  | { kind: 'writing' }
  | { kind: 'kept'; at: Date }
  | { kind: 'saved'; at: Date }
  | { kind: 'unkept' };

/** Long enough for a few letters, short enough that a closed window loses no word. */
const quietMs = 250;

/** Keeps the answer in the browser as it is written, where the browser lets a file do that. */
export class Keeping {
  state: KeepState;
  readonly #answer: Answer;
  readonly #storage: Storage | null;
  readonly #tell: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what changed, so that of two texts being made only the later one is kept. */
  #changes = 0;
  /** Counts what was heard, so that of two texts being read only the later one is taken in. */
  #hearings = 0;
  /** The names of all that stood in the text that was heard last. */
  #heard: readonly string[] = [];

  constructor(answer: Answer, storage: Storage | null, tell: () => void) {
    this.#answer = answer;
    this.#storage = storage;
    this.#tell = tell;
    this.state = this.#nothing;
    answer.onChange(() => this.#later());
  }

  /** What was kept when this page was open last. */
  read(): string | null {
    try {
      return this.#storage?.getItem(this.key) ?? null;
    } catch {
      return null;
    }
  }

  /** True while words would be lost with the window. */
  get isAtRisk(): boolean {
    return this.state.kind === 'writing' || this.state.kind === 'unkept';
  }

  /** Notes that the answer was handed out as it is. */
  handedOut(): void {
    if (this.state.kind === 'unkept') this.#become({ kind: 'saved', at: new Date() });
  }

  /**
   * Takes in what lies in the browser by now, as it was kept by another window; null when it was taken out there. A page
   * that is loaded anew may hear only later, too, of what it kept or took out just before.
   */
  async hear(text: string | null): Promise<void> {
    this.#hearings += 1;
    if (text === null) {
      this.forget();
      return;
    }
    const hearing = this.#hearings;
    const given = await readGiven(text, this.#answer.packet);
    if (!given.ok || hearing !== this.#hearings) return;
    const hadOwn = this.isAtRisk;
    const ids = given.records.map(({ id }) => id);
    this.#answer.remove(...this.#heard.filter((id) => !ids.includes(id)));
    this.#answer.takeIn(given.records);
    this.#heard = ids;
    // Written once more, it could come after its own removal.
    const isKept = !hadOwn && this.#answer.records.length === ids.length;
    if (isKept) this.#rest(ids.length > 0 ? { kind: 'kept', at: new Date() } : this.#nothing);
  }

  /** Empties the answer and takes it out of the browser. */
  forget(): void {
    this.#answer.clear();
    this.#heard = [];
    try {
      this.#storage?.removeItem(this.key);
    } catch {
      // Where nothing can be taken out, nothing could be kept.
    }
    this.#rest(this.#nothing);
  }

  /** Keeps at once what still waits. */
  async keep(): Promise<void> {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const change = this.#changes;
    const text = await writeAnswer(this.#answer);
    // Meanwhile more may have been written, or all of it taken out: locking a text takes its time.
    if (change !== this.#changes) return;
    this.#become(this.#write(text) ? { kind: 'kept', at: new Date() } : { kind: 'unkept' });
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#changes += 1;
    if (this.#storage) this.#timer = setTimeout(() => void this.keep(), quietMs);
    this.#become({ kind: this.#storage ? 'writing' : 'unkept' });
  }

  /** Keeps nothing more for now. */
  #rest(state: KeepState): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changes += 1;
    this.#become(state);
  }

  /** Only what can be read back was kept. */
  #write(text: string): boolean {
    try {
      this.#storage?.setItem(this.key, text);
      return this.#storage?.getItem(this.key) === text;
    } catch {
      return false;
    }
  }

  #become(state: KeepState): void {
    this.state = state;
    this.#tell();
  }

  get #nothing(): KeepState {
    return { kind: 'nothing', canKeep: this.#storage !== null };
  }

  /** Where it is kept. */
  get key(): string {
    return `dateline-packet:${this.#answer.packet.id}`;
  }
}

/**
 * The browser's store for this file; null where the browser has none for it. Nothing is written to find out: what is
 * kept in a place that was filled and emptied a moment before, Chromium may lose when the file is loaded anew.
 */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
