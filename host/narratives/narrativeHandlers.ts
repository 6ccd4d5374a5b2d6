import type { Handlers } from '../../core/api/dispatch';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { MetaPatch, NarrativeId } from '../../core/narrative/meta';
import { narrativeHeading } from '../../core/narrative/partState';
import { mergeRecords } from '../../core/review/mergeRecords';
import type { LibraryStore } from '../../storage/libraryStore';
import type { Emit } from '../events/eventHub';
import type { LibrarySearch } from '../search/librarySearch';
import type { HostSharing } from '../sharing/hostSharing';
import type { AddNarrative } from './addNarrative';
import { contentFromBrief } from './draftNarrative';
import { narrativeGone } from './narrativeErrors';
import type { OpenNarratives } from './openNarratives';

export interface NarrativeHandlersOptions {
  store: LibraryStore;
  narratives: OpenNarratives;
  emit: Emit;
  addNarrative: AddNarrative;
  createFromSample: (sample: string) => Promise<NarrativeId>;
  search: Pick<LibrarySearch, 'changed' | 'removed'>;
  /** What whoever works here may do with a narrative. */
  sharing: Pick<HostSharing, 'roleOf' | 'refuseWriting'>;
  /** Who works here, as the settings say. */
  author: () => string;
}

type NarrativeOperations =
  | `narratives.${'create' | 'open' | 'save' | 'updateMeta' | 'duplicate'}`
  | `narratives.${'trash' | 'restore' | 'erase' | 'backups' | 'restoreBackup'}`;

/** Everything done with one narrative as a whole, from creating it to erasing it. */
export function narrativeHandlers(options: NarrativeHandlersOptions): Pick<Handlers, NarrativeOperations> {
  return { ...writingHandlers(options), ...copyHandlers(options), ...trashHandlers(options) };
}

function writingHandlers(options: NarrativeHandlersOptions) {
  const { narratives, addNarrative, createFromSample } = options;
  return {
    'narratives.create': async ({ name, brief, sample }) => {
      if (sample !== undefined) return { id: await createFromSample(sample) };
      return { id: await addNarrative(contentFromBrief(withoutGaps(brief ?? {})), name ? { name } : {}) };
    },
    'narratives.open': async ({ id }) => {
      const { file, notices } = await narratives.open(id);
      const role = options.sharing.roleOf(id);
      return { meta: file.meta, state: file.yjs, review: file.review, notices, role };
    },
    'narratives.save': async ({ id, update, window }) => {
      options.sharing.refuseWriting(id);
      return { savedAt: await narratives.save(id, Buffer.from(update, 'base64'), window) };
    },
    'narratives.updateMeta': async ({ id, patch }) => {
      if (!isOwnPlace(patch)) options.sharing.refuseWriting(id);
      if (patch.draft !== undefined) await keepDraft(id, patch.draft, options);
      return narratives.updateMeta(id, patch);
    },
  } satisfies Partial<Handlers>;
}

/** Where somebody stopped reading is their own, whatever their role. */
function isOwnPlace(patch: MetaPatch): boolean {
  return Object.keys(patch).every((key) => key === 'lastPlace');
}

/** A draft that ends is kept as it was. */
async function keepDraft(
  id: NarrativeId,
  next: number,
  { store, narratives, author }: NarrativeHandlersOptions,
): Promise<void> {
  const file = await narratives.peek(id);
  const { draft } = file.meta;
  if (next <= draft) return;
  await store.versions.keep(file, { reason: 'draft', name: `Draft ${draft}`, by: author() });
}

function copyHandlers({ store, narratives, addNarrative }: NarrativeHandlersOptions) {
  // The shared document goes along: it holds more than the text, such as what was asked and set aside.
  const addCopy = ({ meta, content, yjs, review }: NarrativeFile, name: string) =>
    addNarrative(
      content,
      { ...meta, name: name.slice(0, 200), lastPlace: null },
      { yjs, review, originalId: null },
    );
  return {
    'narratives.duplicate': async ({ id }) => {
      const file = await narratives.peek(id);
      const name = `${narrativeHeading(file.content, file.meta.name)} (copy)`;
      // What was said about the original is said about the original.
      return { id: await addCopy({ ...file, review: {} }, name) };
    },
    'narratives.backups': async ({ id }) => {
      if (!store.has(id)) throw narrativeGone();
      return store.backups(id);
    },
    // A backup comes back beside the narrative, never over it: windows may still show the newer words.
    'narratives.restoreBackup': async ({ id, name }) => {
      const file = await store.readBackup(id, name);
      const heading = narrativeHeading(file.content, file.meta.name);
      // Earlier words with all that was said about them since; what no longer fits them is listed with its quote.
      const review = mergeRecords(file.review, store.has(id) ? (await narratives.peek(id)).review : {});
      return { id: await addCopy({ ...file, review }, `${heading} (backup)`) };
    },
  } satisfies Partial<Handlers>;
}

function trashHandlers({ store, narratives, emit, search }: NarrativeHandlersOptions) {
  const changed = () => emit({ event: 'library.changed', data: {} });
  return {
    'narratives.trash': async ({ id }) => {
      if (!store.has(id)) throw narrativeGone();
      await narratives.settle(id);
      await store.trash(id);
      search.removed(id);
      emit({ event: 'narrative.gone', data: { id, reason: 'trashed' } });
      changed();
      return {};
    },
    'narratives.restore': async ({ id }) => {
      await store.restore(id);
      search.changed(id);
      changed();
      return {};
    },
    'narratives.erase': async ({ id }) => {
      await store.erase(id);
      search.removed(id);
      changed();
      return {};
    },
  } satisfies Partial<Handlers>;
}

function withoutGaps<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
