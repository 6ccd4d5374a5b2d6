import { DatelineError } from '../../../core/api/errors';
import type { MirrorState } from '../../../core/api/shapes';
import type { NarrativeId } from '../../../core/narrative/meta';
import { watchFolder } from '../../../storage/folderWatch';
import { createQueue, type Queue } from '../../../storage/queue';
import { beginMirror } from './beginMirror';
import type { MirrorPorts } from './mirrorPorts';
import { syncMirror } from './syncMirror';

/** How long nobody may have written before a mirror is written. */
const restMs = 2000;

interface Watched {
  queue: Queue;
  timer: NodeJS.Timeout | null;
  stopWatching: () => void;
  /** What went wrong last, so that it is told once; '' while all is well. */
  trouble: string;
}

/** Folders that always show narratives as they are, and give what others write there to review. */
export class Mirrors {
  readonly #ports: MirrorPorts;
  readonly #watched = new Map<NarrativeId, Watched>();
  readonly #started: Promise<void>;

  constructor(ports: MirrorPorts) {
    this.#ports = ports;
    this.#started = this.#start();
    // Whoever asks next is told of the failure.
    this.#started.catch(() => undefined);
  }

  /** Looks after the mirrors that this library has; what happened while it was closed is seen soon. */
  async #start(): Promise<void> {
    for (const { id, folder } of await this.#ports.store.mirrors.list()) {
      if (!this.#ports.store.has(id)) continue;
      this.#watch(id, folder);
      this.changed(id);
    }
  }

  async state(id: NarrativeId): Promise<MirrorState> {
    const mirror = await this.#ports.store.mirrors.read(id);
    if (!mirror) return { folder: null, waiting: [], trouble: '' };
    const waiting = Object.entries(mirror.held).map(([file, { suggestions, reason }]) => {
      return { file, suggestions: suggestions.length, reason };
    });
    return { folder: mirror.folder, waiting, trouble: this.#watched.get(id)?.trouble ?? '' };
  }

  /** Begins to show a narrative in a folder, or ends it with null; what stands in the folder then stays there. */
  async set(id: NarrativeId, folder: string | null): Promise<MirrorState> {
    await this.#started;
    await this.#ports.narratives.peek(id);
    await this.#unwatch(id);
    if (folder === null) await this.#ports.store.mirrors.remove(id);
    else this.#watch(id, await beginMirror(id, folder, this.#ports));
    return this.sync(id);
  }

  /** Brings folder and narrative together now. Throws what `syncMirror` throws. */
  async sync(id: NarrativeId): Promise<MirrorState> {
    await this.#started;
    const watched = this.#watched.get(id);
    if (watched) await this.#run(id, watched);
    return this.state(id);
  }

  /** Hears of a narrative or a folder that was written; acts once nobody writes any more. */
  changed(id: NarrativeId): void {
    const watched = this.#watched.get(id);
    if (!watched) return;
    if (watched.timer) clearTimeout(watched.timer);
    watched.timer = setTimeout(() => void this.#runQuietly(id, watched), restMs).unref();
  }

  /** Writes what is due and stops watching. */
  async close(): Promise<void> {
    await this.#started.catch(() => undefined);
    const due = [...this.#watched].filter(([, { timer }]) => timer !== null);
    await Promise.all(due.map(([id, watched]) => this.#runQuietly(id, watched)));
    await Promise.all([...this.#watched.keys()].map((id) => this.#unwatch(id)));
  }

  #watch(id: NarrativeId, folder: string): void {
    const stopWatching = watchFolder(folder, () => this.changed(id));
    this.#watched.set(id, { queue: createQueue(), timer: null, stopWatching, trouble: '' });
  }

  async #unwatch(id: NarrativeId): Promise<void> {
    const watched = this.#watched.get(id);
    if (!watched) return;
    this.#watched.delete(id);
    watched.stopWatching();
    if (watched.timer) clearTimeout(watched.timer);
    await watched.queue(async () => undefined);
  }

  async #run(id: NarrativeId, watched: Watched): Promise<void> {
    if (watched.timer) clearTimeout(watched.timer);
    watched.timer = null;
    await watched.queue(() => syncMirror(id, this.#ports));
    watched.trouble = '';
  }

  /** In the background nobody waits for an error, so it is told as a notice, once. */
  async #runQuietly(id: NarrativeId, watched: Watched): Promise<void> {
    // In the trash it needs no mirror; restored, it has one again at the next start.
    if (!this.#ports.store.has(id)) return this.#unwatch(id);
    try {
      await this.#run(id, watched);
    } catch (thrown) {
      const cause = thrown instanceof DatelineError ? thrown.message : 'Something in Dateline went wrong.';
      if (watched.trouble === cause) return;
      watched.trouble = cause;
      this.#ports.tell({
        kind: 'left-alone',
        message: `The folder of this narrative could not be brought up to date. ${cause}`,
        narrativeId: id,
      });
    }
  }
}
