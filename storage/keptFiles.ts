import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { toDiskError } from './diskErrors';
import { keepGeneration, moveDurably, syncFolder } from './durableFile';
import { toTimeStamp } from './timeStamp';

/** Keeps what Dateline cannot use but must not throw away. Nothing in this folder is ever removed by Dateline. */
export class KeptFiles {
  readonly #folder: string;
  readonly #now: () => Date;
  #count = 0;

  constructor(folder: string, now: () => Date) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Keeps the bytes of a file that is about to be replaced; answers where, relative to the library. */
  async keep(originalPath: string): Promise<string> {
    const name = await this.#freeName(originalPath);
    try {
      await keepGeneration(originalPath, join(this.#folder, name));
      await syncFolder(this.#folder);
    } catch (thrown) {
      throw toDiskError(thrown);
    }
    return `kept/${name}`;
  }

  /** Moves a file here; answers where, relative to the library. */
  async moveIn(originalPath: string): Promise<string> {
    const name = await this.#freeName(originalPath);
    await moveDurably(originalPath, join(this.#folder, name));
    return `kept/${name}`;
  }

  async #freeName(originalPath: string): Promise<string> {
    try {
      await mkdir(this.#folder, { recursive: true });
    } catch (thrown) {
      throw toDiskError(thrown);
    }
    this.#count += 1;
    // The process and a count tell apart what is kept within one millisecond.
    return `${toTimeStamp(this.#now())}-${process.pid}-${this.#count}-${basename(originalPath)}`;
  }
}
