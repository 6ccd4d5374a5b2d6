export interface SerialWriter<T> {
  /** Resolves once a write that began after this call has ended; calls made during a write share the next one. */
  write(): Promise<T>;
  /** Resolves when nothing is being written, whether or not it went well. */
  idle(): Promise<void>;
}

/** Runs at most one write at a time, so that an older state can never land on a newer one. */
export function createSerialWriter<T>(writeNow: () => Promise<T>): SerialWriter<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;

  function write(): Promise<T> {
    if (next) return next;
    const started = running.then(() => {
      next = null;
      return writeNow();
    });
    next = started;
    // The failure belongs to those who asked for this write; the queue itself goes on.
    running = started.then(ignore, ignore);
    return started;
  }

  return {
    write,
    async idle() {
      let seen: Promise<unknown> | null = null;
      while (seen !== running) {
        seen = running;
        await running;
      }
    },
  };
}

function ignore(): void {}
