import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DatelineError } from '../core/api/errors';
import { type ContentVersion, contentVersionSchema } from '../core/format/contentVersion';
import { type NarrativeId, narrativeIdSchema } from '../core/narrative/meta';
import { errnoOf, orNullIfMissing } from './diskErrors';
import { syncFolder } from './durableFile';

/** Where everything stands inside a library folder. */
export interface Layout {
  readonly root: string;
  readonly index: string;
  readonly session: string;
  readonly settings: string;
  readonly narratives: string;
  readonly assets: string;
  readonly trash: string;
  readonly backups: string;
  readonly kept: string;
  readonly versions: string;
  readonly mirrors: string;
  narrative(id: NarrativeId): string;
  backupsOf(id: NarrativeId): string;
  versionsOf(id: NarrativeId): string;
  /** The file of one content, by its version. */
  version(id: NarrativeId, version: ContentVersion): string;
  mirrorOf(id: NarrativeId): string;
}

export function layoutOf(folder: string): Layout {
  const root = resolve(folder);
  const narratives = join(root, 'narratives');
  const backups = join(root, 'backups');
  const versions = join(root, 'versions');
  const mirrors = join(root, 'mirrors');
  return {
    root,
    index: join(root, 'library.json'),
    session: join(root, '.session.json'),
    settings: join(root, 'settings.json'),
    narratives,
    assets: join(root, 'assets'),
    trash: join(root, 'trash'),
    backups,
    kept: join(root, 'kept'),
    versions,
    mirrors,
    narrative: (id) => join(narratives, `${checkedId(id)}.json`),
    backupsOf: (id) => join(backups, checkedId(id)),
    versionsOf: (id) => join(versions, checkedId(id)),
    version: (id, version) => join(versions, checkedId(id), `${contentVersionSchema.parse(version)}.json.gz`),
    mirrorOf: (id) => join(mirrors, `${checkedId(id)}.json`),
  };
}

/** The narrative a file name stands for; null for every name that is not ours. */
export function idOfFile(name: string): NarrativeId | null {
  if (!name.endsWith('.json')) return null;
  const id = narrativeIdSchema.safeParse(name.slice(0, -'.json'.length));
  return id.success ? id.data : null;
}

/** Makes the folders of a library. Throws `library-missing` or `read-only` with the way out. */
export async function prepareFolders(layout: Layout): Promise<void> {
  const found = await orNullIfMissing(stat(layout.root));
  if (found && !found.isDirectory()) {
    throw new DatelineError(
      'library-missing',
      `“${layout.root}” is a file, not a folder.`,
      'Choose a folder for the library. The file was left as it is.',
    );
  }
  try {
    for (const folder of [layout.narratives, layout.assets, layout.trash, layout.backups]) {
      const made = await mkdir(folder, { recursive: true });
      if (made !== undefined) await syncFolder(dirname(made));
      await access(folder, constants.R_OK | constants.W_OK);
    }
  } catch (thrown) {
    throw toFolderError(thrown, layout.root);
  }
}

function toFolderError(thrown: unknown, root: string): unknown {
  switch (errnoOf(thrown)) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new DatelineError(
        'read-only',
        `Dateline may not write in “${root}”. Nothing was changed.`,
        'Allow writing to this folder, or choose another one for the library.',
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new DatelineError(
        'disk-full',
        `The disk that holds “${root}” is full. Nothing was changed.`,
        'Free some space, or choose another folder for the library.',
      );
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
    case 'ELOOP':
      return new DatelineError(
        'library-missing',
        `The folder “${root}” cannot be made: something on its path is not a folder.`,
        'Choose another folder for the library.',
      );
    default:
      return thrown;
  }
}

/** Ids become paths, so they are checked again here whatever the types promise. */
function checkedId(id: NarrativeId): string {
  const parsed = narrativeIdSchema.safeParse(id);
  if (!parsed.success) throw new DatelineError('bad-request', 'This is not the name of a narrative.');
  return parsed.data;
}
