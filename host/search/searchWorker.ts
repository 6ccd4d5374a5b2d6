import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { SearchHit } from '../../core/api/shapes';
import type { NarrativeId } from '../../core/narrative/meta';
import { type NarrativeText, readNarrativeText } from './readNarrativeText';
import { SearchIndex } from './searchIndex';
import type { SearchAnswer, SearchReply, SearchRequest, SearchWorkerData } from './searchMessages';
import { findSnippet } from './snippet';

/** Files read at a time; between batches, waiting questions are answered. */
const batchSize = 16;

const { folder, ids } = workerData as SearchWorkerData;
const index = new SearchIndex();
const all = new Set<NarrativeId>(ids);
/** Narratives whose words are not in the index, or not as they are now. */
const stale = new Set<NarrativeId>(ids);
const changed = new Set<NarrativeId>();
/** Files are read one batch after another: whoever asks waits for what an earlier question is still reading. */
let reading = Promise.resolve();

parentPort?.on('message', async (request: SearchRequest) => {
  switch (request.kind) {
    case 'find': {
      const answer = await find(request.query, request.limit);
      parentPort?.postMessage({ request: request.request, answer } satisfies SearchReply);
      return;
    }
    case 'changed':
      // Read again when somebody searches, not at every save of a long narrative.
      all.add(request.id);
      changed.add(request.id);
      return;
    case 'removed':
      for (const set of [all, stale, changed]) set.delete(request.id);
      index.remove(request.id);
  }
});

await build();

async function build(): Promise<void> {
  while (stale.size > 0) {
    const batch = firstOf(stale, batchSize);
    await readIn(batch, 'last');
    for (const id of batch) stale.delete(id);
    await turn();
  }
}

function readIn(batch: readonly NarrativeId[], rank: 'first' | 'last'): Promise<void> {
  reading = reading.then(() => readNow(batch, rank));
  return reading;
}

async function readNow(batch: readonly NarrativeId[], rank: 'first' | 'last'): Promise<void> {
  const texts = await Promise.all(batch.map((id) => readNarrativeText(folder, id)));
  batch.forEach((id, at) => {
    // It may have been removed while its file was being read.
    if (all.has(id)) index.put(id, texts[at]?.texts ?? [], rank);
  });
}

function firstOf<T>(set: ReadonlySet<T>, count: number): T[] {
  const first: T[] = [];
  for (const entry of set) {
    if (first.length === count) break;
    first.push(entry);
  }
  return first;
}

async function find(query: string, limit: number): Promise<SearchAnswer> {
  const rewritten = [...changed];
  changed.clear();
  await readIn(rewritten, 'first');
  const hits: SearchHit[] = [];
  const read = new Map<NarrativeId, Promise<NarrativeText | null>>();
  for (const { id, part } of index.find(query)) {
    if (hits.length === limit) break;
    const reading = read.get(id) ?? readNarrativeText(folder, id);
    read.set(id, reading);
    const narrative = await reading;
    const text = narrative?.texts.find((entry) => entry.part === part)?.text ?? '';
    const snippet = findSnippet(text, query);
    if (narrative && snippet) hits.push({ id, part, heading: narrative.heading, ...snippet });
  }
  return { hits, indexed: all.size - stale.size, total: all.size };
}
