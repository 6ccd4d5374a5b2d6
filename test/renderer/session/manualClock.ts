import type { SessionClock } from '../../../renderer/editor/session/sessionClock';

/** A clock that stands still until a test moves it. */
export class ManualClock implements SessionClock {
  #nowMs = Date.parse('2027-09-14T09:00:00Z');
  readonly #timers = new Set<{ dueMs: number; run: () => void }>();

  now(): Date {
    return new Date(this.#nowMs);
  }

  after(ms: number, run: () => void): () => void {
    const timer = { dueMs: this.#nowMs + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Moves time on, runs what falls due in its order, and lets answers that are ready arrive. */
  async pass(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    for (;;) {
      await settle();
      const next = [...this.#timers].sort((a, b) => a.dueMs - b.dueMs)[0];
      if (!next || next.dueMs > endMs) break;
      this.#timers.delete(next);
      this.#nowMs = next.dueMs;
      next.run();
    }
    this.#nowMs = endMs;
  }
}

/** Lets every promise that is already settled tell its listeners. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
