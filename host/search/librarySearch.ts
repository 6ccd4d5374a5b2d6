import type { Worker } from 'node:worker_threads';
import { DatelineError } from '../../core/api/errors';
import type { NarrativeId } from '../../core/narrative/meta';
import type { LibraryStore } from '../../storage/libraryStore';
import { startWorker } from '../workers/startWorker';
import type { SearchAnswer, SearchReply, SearchRequest, SearchWorkerData } from './searchMessages';

export interface LibrarySearch {
  /** Begins to read the library in the background, unless that has begun. */
  warmUp(): void;
  /** Answers from what is read so far; `indexed` and `total` tell how much that is. */
  find(query: string, limit: number): Promise<SearchAnswer>;
  /** A narrative was written or came back. */
  changed(id: NarrativeId): void;
  removed(id: NarrativeId): void;
  close(): Promise<void>;
}

export interface LibrarySearchOptions {
  store: LibraryStore;
  workers: URL | string;
  report: (thrown: unknown) => void;
}

interface Waiting {
  resolve: (answer: SearchAnswer) => void;
  reject: (thrown: unknown) => void;
}

/** Search over the full text, in a worker thread, so that reading ten thousand files delays nobody's typing. */
export function createLibrarySearch({ store, workers, report }: LibrarySearchOptions): LibrarySearch {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastRequest = 0;

  function running(): Worker {
    worker ??= start();
    return worker;
  }

  function start(): Worker {
    const data: SearchWorkerData = { folder: store.folder, ids: newestFirst(store) };
    const started = startWorker(workers, 'searchWorker', { workerData: data });
    started.unref();
    started.on('message', ({ request, answer }: SearchReply) => {
      waiting.get(request)?.resolve(answer);
      waiting.delete(request);
    });
    started.on('error', report);
    // The next search starts a new one, which reads the library again.
    started.on('exit', () => {
      if (worker === started) worker = null;
      for (const { reject } of waiting.values()) reject(searchStopped());
      waiting.clear();
    });
    return started;
  }

  const tell = (request: SearchRequest) => worker?.postMessage(request);

  return {
    warmUp: () => void running(),
    find(query, limit) {
      const request = ++lastRequest;
      return new Promise((resolve, reject) => {
        waiting.set(request, { resolve, reject });
        running().postMessage({ kind: 'find', request, query, limit } satisfies SearchRequest);
      });
    },
    changed: (id) => tell({ kind: 'changed', id }),
    removed: (id) => tell({ kind: 'removed', id }),
    async close() {
      await worker?.terminate();
    },
  };
}

/** What was edited last is searched for most, so it is read first. */
function newestFirst(store: LibraryStore): NarrativeId[] {
  return store
    .summaries()
    .toSorted((a, b) => (a.meta.updatedAt < b.meta.updatedAt ? 1 : -1))
    .map(({ meta }) => meta.id);
}

function searchStopped(): DatelineError {
  return new DatelineError('internal', 'Search stopped before it could answer.', 'Search again.');
}
