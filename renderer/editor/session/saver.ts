import * as Y from 'yjs';
import { type DatelineError, type ErrorCode, toDatelineError } from '../../../core/api/errors';
import { remoteOrigin } from '../../../core/narrative/narrativeDoc';
import type { SaveStatus } from './session';
import type { SessionClock } from './sessionClock';

/** Quiet time after the last key before a save starts, in milliseconds. */
const quietMs = 250;
/** Longest time words wait while somebody keeps typing, in milliseconds. */
const typingMs = 900;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

/** Failures which pass by themselves or by what a person does elsewhere. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'disk-full',
  'read-only',
  'library-busy',
  'library-missing',
  'unreachable',
  'internal',
]);

interface SaverSetup {
  doc: Y.Doc;
  /** Makes an update durable; answers when that was, rejects when it is not. */
  send: (update: Uint8Array) => Promise<string>;
  clock: SessionClock;
  /** True for changes that came from elsewhere, beside those of `remoteOrigin`. */
  isForeign: (origin: unknown) => boolean;
  /** False once nothing of this window is taken any more, so that it need not be tried again. */
  mayRetry: () => boolean;
  /** When the document was saved before this window opened it. */
  savedAt: string;
  onChange: () => void;
}

/**
 * Saves every change that was made in this window. Each save carries the difference to what the host last
 * acknowledged, so a save that failed loses nothing, and one that arrives twice changes nothing.
 */
export class Saver {
  readonly #setup: SaverSetup;
  #edits = 0;
  #acknowledged = 0;
  #vector: Uint8Array;
  #status: SaveStatus;
  #running: Promise<void> | null = null;
  #failures = 0;
  #stopQuiet: (() => void) | null = null;
  #stopTyping: (() => void) | null = null;
  #stopRetry: (() => void) | null = null;

  constructor(setup: SaverSetup) {
    this.#setup = setup;
    this.#vector = Y.encodeStateVector(setup.doc);
    this.#status = { kind: 'saved', at: setup.savedAt };
    setup.doc.on('updateV2', this.#onUpdate);
  }

  readonly status = (): SaveStatus => this.#status;

  /** Resolves when every edit made so far is durable; rejects with the reason when one is not. */
  readonly flush = async (): Promise<void> => {
    const wanted = this.#edits;
    while (this.#acknowledged < wanted) {
      await this.#save().catch((error: unknown) => {
        if (this.#acknowledged < wanted) throw error;
      });
    }
  };

  /** Sends what is not acknowledged at once, beside anything on its way: the page may be gone in a moment. */
  readonly sendNow = (): void => {
    if (this.#acknowledged < this.#edits) ignoreFailure(this.#sendDifference());
  };

  /** Takes no more edits; goes on trying until those it has are durable. */
  close(): void {
    this.#setup.doc.off('updateV2', this.#onUpdate);
    if (this.#acknowledged < this.#edits) this.#saveSoon();
    else this.#stopTimers();
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === remoteOrigin || this.#setup.isForeign(origin)) return;
    this.#edits += 1;
    if (this.#status.kind === 'saved') this.#report({ kind: 'unsaved' });
    if (this.#failures === 0) this.#scheduleSave();
  };

  #scheduleSave(): void {
    const { clock } = this.#setup;
    this.#stopQuiet?.();
    this.#stopQuiet = clock.after(quietMs, this.#saveSoon);
    this.#stopTyping ??= clock.after(typingMs, this.#saveSoon);
  }

  /** A timer that ran out while a save is on its way leaves no timer behind, so the answer starts the next. */
  readonly #saveSoon = (): void => {
    this.#stopTimers();
    ignoreFailure(this.#save());
  };

  /** One save at a time; what was typed meanwhile goes with the next. */
  #save(): Promise<void> {
    this.#running ??= this.#sendDifference().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #sendDifference(): Promise<void> {
    const { doc, send } = this.#setup;
    this.#stopTimers();
    const carried = this.#edits;
    const reached = Y.encodeStateVector(doc);
    if (this.#status.kind !== 'failed') this.#report({ kind: 'saving' });
    try {
      const at = await send(Y.encodeStateAsUpdateV2(doc, this.#vector));
      this.#accept(carried, reached, at);
    } catch (thrown) {
      const error = toDatelineError(thrown);
      this.#refuse(carried, error);
      throw error;
    }
  }

  #accept(carried: number, reached: Uint8Array, at: string): void {
    this.#failures = 0;
    if (carried > this.#acknowledged) {
      this.#acknowledged = carried;
      this.#vector = reached;
    }
    const isBehind = this.#acknowledged < this.#edits;
    if (isBehind && this.#stopQuiet === null) this.#scheduleSave();
    this.#report(isBehind ? { kind: 'unsaved' } : { kind: 'saved', at });
  }

  /** A save that failed is of no account when a later one, which carried the same words, arrived. */
  #refuse(carried: number, error: DatelineError): void {
    if (carried <= this.#acknowledged) return;
    this.#failures += 1;
    if (passing.has(error.code) && this.#setup.mayRetry()) {
      const wait = Math.min(firstRetryMs * 2 ** (this.#failures - 1), longestRetryMs);
      this.#stopRetry?.();
      this.#stopRetry = this.#setup.clock.after(wait, this.#saveSoon);
    }
    this.#report({ kind: 'failed', error });
  }

  #report(next: SaveStatus): void {
    this.#status = next;
    this.#setup.onChange();
  }

  #stopTimers(): void {
    this.#stopQuiet?.();
    this.#stopTyping?.();
    this.#stopRetry?.();
    this.#stopQuiet = this.#stopTyping = this.#stopRetry = null;
  }
}

/** The failure was already told: it is in the status. */
function ignoreFailure(save: Promise<void>): void {
  save.catch(() => undefined);
}
