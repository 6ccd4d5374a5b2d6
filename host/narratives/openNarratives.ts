import type { Notice } from '../../core/api/shapes';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { MetaPatch, NarrativeId, NarrativeMeta } from '../../core/narrative/meta';
import { knownRecords } from '../../core/review/knownRecords';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import type { Emit } from '../events/eventHub';
import { LoadedNarratives, type LoadedNarrativesOptions } from './loadedNarratives';
import { narrativeGone } from './narrativeErrors';
import type { SharedNarrative } from './sharedNarrative';

/** The open narratives. For each, this is the one authority through which all windows agree. */
export interface OpenNarratives {
  open(id: NarrativeId): Promise<{ file: NarrativeFile; notices: Notice[] }>;
  /** Merges a window's change, tells the others, and resolves with the time once it is durable. */
  save(id: NarrativeId, update: Uint8Array, window: string): Promise<string>;
  /** Adds what was said about it, tells all windows, and resolves with the time once it is durable. */
  addReview(id: NarrativeId, records: readonly ReviewRecord[]): Promise<string>;
  updateMeta(id: NarrativeId, patch: MetaPatch): Promise<NarrativeMeta>;
  /** The newest state, without keeping it in memory. */
  peek(id: NarrativeId): Promise<NarrativeFile>;
  /** Makes the narrative durable and drops it from memory; rejects when its words cannot be written. */
  settle(id: NarrativeId): Promise<void>;
  /** Tries to write everything that is not durable yet. */
  flush(): Promise<void>;
}

export function createOpenNarratives(options: LoadedNarrativesOptions): OpenNarratives {
  const { store, now, emit } = options;
  const loaded = new LoadedNarratives(options);
  store.onOutsideChange((change) => {
    if (change.kind === 'ahead') takeAhead(loaded.known(change.file.meta.id), change.file, emit);
  });
  return {
    async open(id) {
      const entry = await loaded.load(id);
      const notices = entry.notices;
      entry.notices = [];
      return { file: entry.narrative.file(), notices };
    },

    async save(id, update, window) {
      const entry = await loaded.load(id);
      entry.narrative.accept(update, now().toISOString());
      const data = { id, update: Buffer.from(update).toString('base64'), window };
      emit({ event: 'narrative.updated', data });
      return loaded.write(entry);
    },

    async addReview(id, records) {
      const entry = await loaded.load(id);
      entry.narrative.addReview(records);
      emit({ event: 'review.added', data: { id, records: [...records] } });
      return loaded.write(entry);
    },

    async updateMeta(id, patch) {
      const entry = await loaded.load(id);
      const meta = patched(entry.narrative.file().meta, patch, now());
      entry.narrative.setMeta(meta);
      await loaded.write(entry);
      if (isShared(patch)) emit({ event: 'narrative.meta', data: { id, meta } });
      return meta;
    },

    async peek(id) {
      if (!store.has(id)) throw narrativeGone();
      return loaded.known(id)?.file() ?? (await store.read(id)).file;
    },

    settle: (id) => loaded.settle(id),
    flush: () => loaded.flush(),
  };
}

/** By this name windows know what another process wrote. */
const otherProcess = 'another-process';

/** Takes what another process wrote into what is open here, and tells the windows of it. */
function takeAhead(narrative: SharedNarrative | null, ahead: NarrativeFile, emit: Emit): void {
  if (narrative === null) return;
  const before = narrative.file();
  const { id } = ahead.meta;
  narrative.accept(Buffer.from(ahead.yjs, 'base64'), ahead.meta.updatedAt);
  narrative.setMeta({ ...ahead.meta, lastPlace: before.meta.lastPlace });
  const fresh = knownRecords(ahead.review).filter((record) => !Object.hasOwn(before.review, record.id));
  narrative.addReview(knownRecords(ahead.review));
  if (narrative.file().yjs !== before.yjs)
    emit({ event: 'narrative.updated', data: { id, update: ahead.yjs, window: otherProcess } });
  if (fresh.length > 0) emit({ event: 'review.added', data: { id, records: fresh } });
  if (JSON.stringify(ahead.meta) !== JSON.stringify(before.meta))
    emit({ event: 'narrative.meta', data: { id, meta: ahead.meta } });
}

/** Where somebody stopped writing concerns nobody else. */
function isShared(patch: MetaPatch): boolean {
  return Object.entries(patch).some(([key, value]) => key !== 'lastPlace' && value !== undefined);
}

/** Moving the caret is no edit, so a patch of the last place alone keeps the time of the last edit. */
function patched(meta: NarrativeMeta, patch: MetaPatch, now: Date): NarrativeMeta {
  const defined = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return { ...meta, ...defined, ...(isShared(patch) ? { updatedAt: now.toISOString() } : {}) };
}
