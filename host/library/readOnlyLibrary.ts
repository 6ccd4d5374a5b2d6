import { readdir, readFile } from 'node:fs/promises';
import { DatelineError } from '../../core/api/errors';
import type { NarrativeSummary } from '../../core/api/shapes';
import { decodeNarrativeFile, type NarrativeFile } from '../../core/format/narrativeFile';
import { type NarrativeId, narrativeIdSchema } from '../../core/narrative/meta';
import { summarise } from '../../core/narrative/summary';
import { Assets } from '../../storage/assets';
import { errnoOf } from '../../storage/diskErrors';
import { idOfFile, layoutOf } from '../../storage/layout';
import { Versions } from '../../storage/versions';
import type { StoredFiles } from '../exports/exportDocument';

/** A library that is only looked at: it takes no lock and changes nothing, so the app may have it open meanwhile. */
export interface ReadOnlyLibrary {
  readonly folder: string;
  ids(): Promise<NarrativeId[]>;
  /** The id as it is written in a question about a narrative; null when there is none of that name. */
  find(text: string): Promise<NarrativeId | null>;
  read(id: NarrativeId): Promise<NarrativeFile>;
  /** One line each; files that cannot be read are named apart. */
  summaries(): Promise<{ summaries: NarrativeSummary[]; unreadable: string[] }>;
  readonly files: StoredFiles;
  /** Where exported versions are kept, which may be added to at any time. */
  readonly versions: Pick<Versions, 'keep'>;
}

/** Throws `library-missing` when there is no library in the folder. */
export async function openReadOnly(folder: string): Promise<ReadOnlyLibrary> {
  const layout = layoutOf(folder);
  const assets = new Assets(layout.assets);

  async function ids(): Promise<NarrativeId[]> {
    const names = await readdir(layout.narratives);
    return names.map(idOfFile).filter((id) => id !== null);
  }

  async function read(id: NarrativeId): Promise<NarrativeFile> {
    const { meta, content, yjs, review } = decodeNarrativeFile(await readFile(layout.narrative(id), 'utf8'));
    return { meta, content, yjs, review };
  }

  try {
    await readdir(layout.narratives);
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT' || errnoOf(thrown) === 'ENOTDIR') throw noLibrary(layout.root);
    throw thrown;
  }
  return {
    folder: layout.root,
    ids,
    read,
    async find(text) {
      const id = narrativeIdSchema.safeParse(text);
      return id.success && (await ids()).includes(id.data) ? id.data : null;
    },
    async summaries() {
      const summaries: NarrativeSummary[] = [];
      const unreadable: string[] = [];
      for (const id of await ids()) {
        try {
          summaries.push(summarise(await read(id)));
        } catch (thrown) {
          if (!(thrown instanceof DatelineError)) throw thrown;
          unreadable.push(`${id}: ${thrown.message}`);
        }
      }
      return { summaries, unreadable };
    },
    versions: new Versions(layout, () => new Date()),
    files: { readAsset: (name) => assets.read(name), hasAsset: (name) => assets.has(name) },
  };
}

function noLibrary(folder: string): DatelineError {
  return new DatelineError(
    'library-missing',
    `There is no Dateline library in "${folder}".`,
    'Name another folder with --library, or make the first narrative with "dateline new".',
  );
}
