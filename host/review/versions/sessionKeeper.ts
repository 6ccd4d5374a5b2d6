import { DatelineError } from '../../../core/api/errors';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { LibraryStore } from '../../../storage/libraryStore';
import type { OpenNarratives } from '../../narratives/openNarratives';

/** Nobody wrote for so long: the session is over. */
const restMs = 5 * 60_000;
/** A longer session is kept in pieces of this length. */
const longestMs = 20 * 60_000;

export interface SessionKeeperOptions {
  versions: Pick<LibraryStore['versions'], 'markRead'>;
  narratives: Pick<OpenNarratives, 'peek'>;
  author: () => string;
  now: () => Date;
  report: (thrown: unknown) => void;
}

/**
 * Keeps versions by itself: when writing comes to a rest, every twenty minutes of it, and when Dateline is closed. Always
 * after a save and beside it, so that no save waits. Whoever wrote has read it.
 */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;
  readonly #writing = new Map<NarrativeId, { since: number; timer: NodeJS.Timeout }>();

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
  }

  /** Hears of a narrative that was written. */
  changed(id: NarrativeId): void {
    const now = this.#options.now().getTime();
    const known = this.#writing.get(id);
    clearTimeout(known?.timer);
    const since = known?.since ?? now;
    const isLong = now - since >= longestMs;
    const timer = setTimeout(() => void this.#keep(id), isLong ? 0 : restMs).unref();
    this.#writing.set(id, { since, timer });
  }

  /** Keeps what was written and not kept yet. */
  async close(): Promise<void> {
    await Promise.all([...this.#writing.keys()].map((id) => this.#keep(id)));
  }

  /** The narrative itself is safe, so what cannot be kept is only reported. */
  async #keep(id: NarrativeId): Promise<void> {
    const { versions, narratives, author, report } = this.#options;
    clearTimeout(this.#writing.get(id)?.timer);
    this.#writing.delete(id);
    try {
      await versions.markRead(await narratives.peek(id), author());
    } catch (thrown) {
      const isGone = thrown instanceof DatelineError && thrown.code === 'narrative-gone';
      if (!isGone) report(thrown);
    }
  }
}
