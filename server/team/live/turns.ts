/** Lets one piece of work begin at a time, and everything that waits for the process be done before the next one. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is the asker's turn. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#last;
  }
}
