import { mkdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import type { ExportedFolder } from '../../core/export/folder/exportFolder';
import { cardFileName, type FolderCard, readFolderCard } from '../../core/import/folder/folderCard';
import type { NarrativeId } from '../../core/narrative/meta';
import { orNullIfMissing } from '../../storage/diskErrors';
import type { StoredFiles } from '../exports/exportDocument';
import { carryOut, hashOfAsset, type KnownFiles, planFolder } from './folderPlan';
import { hashOfText, readFolderTexts, toFolderError } from './folderTexts';
import { wantedFiles } from './wantedFiles';

interface FolderExport {
  folder: string;
  id: NarrativeId;
  exported: ExportedFolder;
  files: StoredFiles;
  /** Replaces files that somebody else made or changed; without it such a file stops the export. */
  replace: boolean;
}

/**
 * Writes a narrative into a folder, beside whatever else is there. Throws `target-exists` for a folder that shows
 * another narrative and for files that somebody else made or changed, before anything is written.
 */
export async function writeFolder({ folder, id, exported, files, replace }: FolderExport): Promise<void> {
  const root = await openFolder(folder);
  const shown = await shownIn(root);
  refuseOtherNarrative(shown, id, folder);
  const wanted = wantedFiles(exported, files);
  const plan = await planFolder(root, wanted, knownFrom(shown));
  const inTheWay = replace ? plan.blocked : [...plan.blocked, ...plan.foreign];
  if (inTheWay.length > 0) throw standsInTheWay(inTheWay);
  const isWritten = new Set([...plan.write.map(({ path }) => path), ...plan.foreign]);
  await carryOut(root, { ...plan, write: wanted.filter(({ path }) => isWritten.has(path)) });
}

/** Throws `bad-request` for a path that depends on where a program was started. */
export function refuseRelative(folder: string): void {
  if (isAbsolute(folder)) return;
  throw new DatelineError(
    'bad-request',
    `“${folder}” is not the whole path of a folder.`,
    'Write it from its beginning, such as /home/ada/fairmend or C:\\fairmend.',
  );
}

/** The folder as an absolute path without links, made where its parent is there. */
export async function openFolder(folder: string): Promise<string> {
  try {
    if ((await orNullIfMissing(stat(folder))) === null) await mkdir(folder);
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return root;
  } catch (thrown) {
    throw toFolderError(thrown, folder);
  }
  throw new DatelineError('target-exists', `“${folder}” is a file, not a folder.`, 'Choose a folder.');
}

/** `narrative.json` of a folder, read and as it stands. */
export interface ShownNarrative {
  card: FolderCard;
  text: string;
}

/** What a folder says of the narrative that it shows; null where it shows none. */
export async function shownIn(root: string): Promise<ShownNarrative | null> {
  const text = (await readFolderTexts(root)).texts.get(cardFileName);
  const read = text === undefined ? null : readFolderCard(text);
  return read?.ok && text !== undefined ? { card: read.card, text } : null;
}

/** Throws `target-exists` where a folder shows another narrative than this one. */
export function refuseOtherNarrative(shown: ShownNarrative | null, id: NarrativeId, folder: string): void {
  if (!shown || shown.card.id === id) return;
  throw new DatelineError(
    'target-exists',
    `“${folder}” shows another narrative. Nothing was changed.`,
    'Choose a folder of its own for this one.',
  );
}

/** The files that a folder itself calls ours. */
export function knownFrom(shown: ShownNarrative | null): KnownFiles {
  if (!shown) return new Map();
  const known = new Map([[cardFileName, new Set([hashOfText(shown.text)])]]);
  for (const [path, hash] of Object.entries(shown.card.written))
    if (isTextPath(path)) known.set(path, new Set([hash]));
  for (const [path, asset] of Object.entries(shown.card.pictures)) {
    const hash = hashOfAsset(asset);
    if (hash !== null && isPicturePath(path)) known.set(path, new Set([hash]));
  }
  return known;
}

/** Anybody may have written the paths: only what we would name so ourselves is ever replaced or taken away. */
export const isTextPath = (path: string) => /^[^./\\:][^/\\:]*\.md$/u.test(path);
const isPicturePath = (path: string) => /^(?:screens|assets)\/[^./\\:][^/\\:]*$/u.test(path);

function standsInTheWay(paths: readonly string[]): DatelineError {
  const [path = ''] = paths;
  const others = paths.length === 1 ? '' : ` and ${paths.length - 1} more`;
  return new DatelineError(
    'target-exists',
    `“${path}”${others} is there already, not as Dateline wrote it. Nothing was changed.`,
    'Choose an empty folder, bring the changes in first, or say that it may be replaced.',
  );
}
