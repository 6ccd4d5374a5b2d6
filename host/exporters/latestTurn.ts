import { DatelineError } from '../../core/api/errors';

interface Waiting {
  begin: () => void;
  giveUp: (error: DatelineError) => void;
}

/**
 * Work of which only the newest matters. Under each key one piece runs and one waits at most: a newer one takes the
 * place of the one that waits, which rejects with `cancelled`.
 */
export class LatestTurn {
  private readonly running = new Set<string>();
  private readonly waiting = new Map<string, Waiting>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.running.has(key)) await this.wait(key);
    this.running.add(key);
    try {
      return await work();
    } finally {
      const next = this.waiting.get(key);
      this.waiting.delete(key);
      if (next) next.begin();
      else this.running.delete(key);
    }
  }

  private wait(key: string): Promise<void> {
    this.waiting.get(key)?.giveUp(new DatelineError('cancelled', 'A newer page was asked for.'));
    return new Promise((begin, giveUp) => this.waiting.set(key, { begin, giveUp }));
  }
}
