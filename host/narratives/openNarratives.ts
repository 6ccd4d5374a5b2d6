import type { Notice } from '../../core/api/shapes';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import { mergeMeta } from '../../core/narrative/mergeMeta';
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
    if (change.kind === 'ahead') takeAhead(loaded.known(change.file.meta.id), change, emit);
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
function takeAhead(
  narrative: SharedNarrative | null,
  { file: ahead, before }: { file: NarrativeFile; before: NarrativeMeta },
  emit: Emit,
): void {
  if (narrative === null) return;
  const had = narrative.file();
  const { id } = ahead.meta;
  // What was changed here and is not written yet holds; it is on its way.
  const meta = mergeMeta(ahead.meta, had.meta, before);
  narrative.accept(Buffer.from(ahead.yjs, 'base64'), meta.updatedAt);
  narrative.setMeta(meta);
  const fresh = knownRecords(ahead.review).filter((record) => !Object.hasOwn(had.review, record.id));
  narrative.addReview(knownRecords(ahead.review));
  if (narrative.file().yjs !== had.yjs)
    emit({ event: 'narrative.updated', data: { id, update: ahead.yjs, window: otherProcess } });
  if (fresh.length > 0) emit({ event: 'review.added', data: { id, records: fresh } });
  if (isOther(had.meta, meta)) emit({ event: 'narrative.meta', data: { id, meta } });
}

/** The time of the last edit comes with the edit itself. */
function isOther(had: NarrativeMeta, meta: NarrativeMeta): boolean {
  const changed = mergeMeta(had, { ...meta, updatedAt: had.updatedAt }, had);
  return JSON.stringify(changed) !== JSON.stringify(had);
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
