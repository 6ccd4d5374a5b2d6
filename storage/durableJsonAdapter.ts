import type { Adapter } from 'lowdb';
import { DatelineError } from '../core/api/errors';
import {
  type FileStamp,
  keepGeneration,
  readStamp,
  readStamped,
  type StampedText,
  writeDurably,
} from './durableFile';
import { createQueue } from './queue';

/** How a value stands in its file. `decode` throws `DatelineError` on text it cannot read. */
export interface TextCodec<T> {
  encode(value: T): string;
  decode(text: string): T;
}

/** What was read instead of a damaged file. */
export interface Recovery<T> {
  value: T;
  source: 'previous' | 'backup';
}

export interface DurableJsonOptions<T> {
  path: string;
  codec: TextCodec<T>;
  /** What is known of the file before it is first read, from an index. */
  known?: Omit<FileStamp, 'ino'> | undefined;
  /** Texts to fall back on after the previous generation, newest first. */
  backups?: () => AsyncIterable<string>;
  /** Keeps a damaged file before the recovered one takes its place. */
  keepDamaged?: (recovery: Recovery<T>) => Promise<void>;
  /** Keeps what somebody else wrote before it is replaced; without it the previous generation has to do. */
  keepForeign?: (text: string) => Promise<void>;
}

type Seen = { stamp: Omit<FileStamp, 'ino'> & { ino?: number }; text: string | null };

/**
 * A lowdb adapter over one durable file with its previous generation beside it (`.prev`). Writes that wait are
 * merged into the latest; every promise settles with the write that carried its data, never before it.
 */
export class DurableJsonAdapter<T> implements Adapter<T> {
  readonly path: string;
  readonly #options: DurableJsonOptions<T>;
  readonly #queue = createQueue();
  #waiting: { value: T; done: Promise<void> } | null = null;
  #seen: Seen | null;

  constructor(options: DurableJsonOptions<T>) {
    this.path = options.path;
    this.#options = options;
    this.#seen = options.known ? { stamp: options.known, text: null } : null;
  }

  /** Null when there is no file. Throws the codec's error when neither it nor an older generation can be read. */
  read(): Promise<T | null> {
    return this.#queue(async () => {
      const found = await readStamped(this.path);
      if (found === null) return null;
      const value = this.#decode(found.text);
      if (value instanceof DatelineError) return this.#recover(value);
      this.#seen = found;
      return value;
    });
  }

  write(value: T): Promise<void> {
    if (this.#waiting) {
      this.#waiting.value = value;
      return this.#waiting.done;
    }
    const job = { value, done: Promise.resolve() };
    job.done = this.#queue(() => {
      this.#waiting = null;
      return this.#replace(this.#options.codec.encode(job.value));
    });
    this.#waiting = job;
    return job.done;
  }

  /** Runs a task while no read or write of this file is under way. */
  exclusively<R>(task: () => Promise<R>): Promise<R> {
    return this.#queue(task);
  }

  /** Stamp of the file as this adapter last read or wrote it. */
  get stamp(): Omit<FileStamp, 'ino'> | null {
    return this.#seen?.stamp ?? null;
  }

  /** What the file holds when somebody else wrote it since; null when it is ours or gone. Call it exclusively. */
  async foreignText(): Promise<string | null> {
    const stamp = await readStamp(this.path);
    if (stamp === null || (this.#seen && isSame(this.#seen.stamp, stamp))) return null;
    const found = await readStamped(this.path);
    if (found === null) return null;
    if (this.#seen?.text === found.text) {
      this.#seen = found;
      return null;
    }
    return found.text;
  }

  /** The text this adapter last read or wrote; null before that. */
  get lastText(): string | null {
    return this.#seen?.text ?? null;
  }

  /** Puts back the last text, keeping what stands there now. Call it exclusively. */
  async putBack(): Promise<void> {
    if (this.lastText !== null) await this.#replace(this.lastText);
  }

  async #replace(text: string): Promise<void> {
    const stamp = await writeDurably(this.path, text, { beforeReplace: () => this.#makeRoom() });
    this.#seen = { stamp, text };
  }

  async #makeRoom(): Promise<void> {
    const { keepForeign } = this.#options;
    const foreign = keepForeign ? await this.foreignText() : null;
    if (foreign === null || !keepForeign) return keepGeneration(this.path, `${this.path}.prev`);
    await keepForeign(foreign);
  }

  async #recover(reason: DatelineError): Promise<T> {
    if (reason.code !== 'file-damaged') throw reason;
    for await (const { text, source } of this.#olderTexts()) {
      const value = this.#decode(text);
      if (value instanceof DatelineError) continue;
      await this.#options.keepDamaged?.({ value, source });
      this.#seen = { stamp: await writeDurably(this.path, text), text };
      return value;
    }
    throw reason;
  }

  async *#olderTexts(): AsyncIterable<{ text: string; source: Recovery<T>['source'] }> {
    const previous: StampedText | null = await readStamped(`${this.path}.prev`);
    if (previous) yield { text: previous.text, source: 'previous' };
    for await (const text of this.#options.backups?.() ?? []) yield { text, source: 'backup' };
  }

  #decode(text: string): T | DatelineError {
    try {
      return this.#options.codec.decode(text);
    } catch (thrown) {
      if (thrown instanceof DatelineError) return thrown;
      throw thrown;
    }
  }
}

function isSame(seen: Seen['stamp'], found: FileStamp): boolean {
  const isSameFile = seen.ino === undefined || seen.ino === found.ino;
  return isSameFile && seen.mtimeMs === found.mtimeMs && seen.size === found.size;
}
