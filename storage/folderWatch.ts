import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { orNullIfMissing } from './diskErrors';
import { readStamp } from './durableFile';
import { mapBounded } from './queue';

/** Sync tools touch a file several times in a row; it is looked at once they are done. */
const settleMs = 200;
const pollMs = 5000;

/** Tells the names of files in a folder that may have changed, appeared or gone; returns what stops it. */
export function watchFolder(folder: string, onTouched: (name: string) => void): () => void {
  const settling = new Map<string, NodeJS.Timeout>();
  const touch = (name: string): void => {
    clearTimeout(settling.get(name));
    const timer = setTimeout(() => {
      settling.delete(name);
      onTouched(name);
    }, settleMs);
    settling.set(name, timer.unref());
  };
  const stopEvents = listen(folder, touch);
  return () => {
    stopEvents();
    for (const timer of settling.values()) clearTimeout(timer);
  };
}

/** System events where they work; network folders and exhausted watch limits are polled instead. */
function listen(folder: string, touch: (name: string) => void): () => void {
  let stopPolling: (() => void) | null = null;
  const startPolling = (): void => {
    stopPolling ??= poll(folder, touch);
  };
  let watcher: FSWatcher | null = null;
  try {
    watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name !== null) touch(name);
    });
    watcher.on('error', () => {
      watcher?.close();
      startPolling();
    });
  } catch {
    startPolling();
  }
  return () => {
    watcher?.close();
    stopPolling?.();
  };
}

/** Compares the folder with its last state every few seconds. */
export function poll(folder: string, touch: (name: string) => void, everyMs = pollMs): () => void {
  let last: Map<string, string> | null = null;
  let isBusy = false;
  const look = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    try {
      const now = await fingerprints(folder);
      for (const name of new Set([...now.keys(), ...(last?.keys() ?? [])])) {
        if (last && last.get(name) !== now.get(name)) touch(name);
      }
      last = now;
    } catch {
      // A disk that does not answer for a moment is asked again at the next look.
    } finally {
      isBusy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), everyMs).unref();
  return () => clearInterval(timer);
}

async function fingerprints(folder: string): Promise<Map<string, string>> {
  const names = (await orNullIfMissing(readdir(folder))) ?? [];
  const stamps = await mapBounded(names, 32, (name) => readStamp(join(folder, name)));
  return new Map(names.map((name, index) => [name, JSON.stringify(stamps[index])]));
}
