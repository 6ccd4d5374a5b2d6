import * as Y from 'yjs';
import { type ErrorCode, toDatelineError } from '../../../core/api/errors';

interface Batch {
  updates: Uint8Array[];
  waiting: { resolve: (at: string) => void; reject: (reason: unknown) => void }[];
}

export interface KeeperOptions {
  /** Makes a change durable and resolves with the time; as `narratives.save`. */
  save: (update: Uint8Array) => Promise<string>;
  now: () => Date;
  /** Everything is durable. */
  onIdle: () => void;
  /** The host will never take this: what is shared and what is kept have parted. */
  onParted: (reason: unknown) => void;
}

/** Changes that come within this time are written together. */
const batchMs = 250;
/** The same while somebody goes on writing: a narrative is written once a second, however many write in it. */
const whileWritingMs = 1000;
/** A change from another process is written there; here only in case that process is gone. */
const elsewhereMs = 3000;
/** After a failed write; the disk may have room again, or the database be back. */
const againMs = 1000;

/** Failures that no second try mends. */
const lasting: ReadonlySet<ErrorCode> = new Set([
  'unknown-content',
  'changed-outside',
  'bad-request',
  'narrative-gone',
]);

/** Makes what was shared durable: one write at a time, of all that came since the last one began. */
export class Keeper {
  readonly #options: KeeperOptions;
  #next: Batch = { updates: [], waiting: [] };
  #running: Batch | null = null;
  #timer: NodeJS.Timeout | null = null;
  #due = Number.POSITIVE_INFINITY;
  /** When the last write began. */
  #began = Number.NEGATIVE_INFINITY;
  #keptAt: string | null = null;
  /** Why nothing is written any more. */
  #dropped: { reason: unknown } | null = null;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** Notes a change, in the V1 encoding. */
  changed(update: Uint8Array, isFromHere: boolean): void {
    if (this.#dropped) return;
    this.#next.updates.push(update);
    this.#writeWithin(isFromHere ? this.#pause() : elsewhereMs);
  }

  /** Resolves with the time once all changes up to now are durable; rejects when the write that held them failed. */
  async keep(): Promise<string> {
    if (this.#dropped) throw this.#dropped.reason;
    const batch = this.#next.updates.length > 0 ? this.#next : this.#running;
    if (!batch) return this.#keptAt ?? this.#options.now().toISOString();
    // Nobody waits for what another process is to write.
    if (batch === this.#next) this.#writeWithin(this.#pause());
    return new Promise((resolve, reject) => batch.waiting.push({ resolve, reject }));
  }

  /** Whether something is shared that is not durable. */
  isBehind(): boolean {
    return this.#running !== null || this.#next.updates.length > 0;
  }

  /** Writes now what is not durable; rejects when that fails. */
  async flush(): Promise<void> {
    while (this.isBehind() && !this.#dropped) {
      const done = this.keep();
      this.#writeWithin(0);
      await done;
    }
  }

  /** Forgets what is not durable; whoever waits for it is told `reason`. */
  drop(reason: unknown): void {
    this.#dropped = { reason };
    this.#stopTimer();
    for (const { reject } of this.#next.waiting.splice(0)) reject(reason);
    this.#next.updates = [];
  }

  #writeWithin(ms: number): void {
    const due = performance.now() + ms;
    if (this.#dropped || due >= this.#due) return;
    this.#stopTimer();
    this.#due = due;
    this.#timer = setTimeout(() => void this.#write(), ms);
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#due = Number.POSITIVE_INFINITY;
  }

  async #write(): Promise<void> {
    this.#stopTimer();
    // The end of the running write begins the next one.
    if (this.#running || this.#next.updates.length === 0) return;
    const batch = this.#next;
    this.#running = batch;
    this.#next = { updates: [], waiting: [] };
    this.#began = performance.now();
    const merged = Y.mergeUpdates(batch.updates);
    try {
      const at = await this.#options.save(Y.convertUpdateFormatV1ToV2(merged));
      this.#keptAt = at;
      this.#running = null;
      for (const { resolve } of batch.waiting) resolve(at);
      if (this.#next.updates.length > 0) this.#writeWithin(this.#pause());
      else this.#options.onIdle();
    } catch (thrown) {
      this.#running = null;
      this.#failed(merged, batch, thrown);
    }
  }

  /** Milliseconds until the next write. */
  #pause(): number {
    return Math.max(batchMs, this.#began + whileWritingMs - performance.now());
  }

  #failed(merged: Uint8Array, batch: Batch, thrown: unknown): void {
    for (const { reject } of batch.waiting) reject(thrown);
    if (this.#dropped) return;
    if (lasting.has(toDatelineError(thrown).code)) {
      this.drop(thrown);
      this.#options.onParted(thrown);
      return;
    }
    this.#next.updates.unshift(merged);
    this.#writeWithin(againMs);
  }
}
