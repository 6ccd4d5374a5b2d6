import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { DatelineError } from '../../../core/api/errors';
import type { FolderCard } from '../../../core/import/folder/folderCard';
import { partFileName } from '../../../core/import/folder/folderCard';
import type { NarrativeId } from '../../../core/narrative/meta';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import { exportForFolder } from '../exportForFolder';
import {
  isTextPath,
  knownFrom,
  openFolder,
  refuseOtherNarrative,
  refuseRelative,
  shownIn,
} from '../writeFolder';
import type { MirrorPorts } from './mirrorPorts';

/**
 * Remembers a folder as the mirror of a narrative and answers it without links; nothing is written in it yet. A folder
 * that shows the narrative already, such as a copy made with git, is compared with the version that it says it shows.
 * Throws `target-exists` where it is taken, and what `openFolder` throws.
 */
export async function beginMirror(id: NarrativeId, given: string, ports: MirrorPorts): Promise<string> {
  const { store } = ports;
  refuseRelative(given);
  const folder = await openFolder(given);
  if (isInside(folder, await realpath(store.folder))) throw insideLibrary(folder);
  const others = await store.mirrors.list();
  if (others.some((other) => other.id !== id && other.folder === folder)) throw taken(folder);
  const shown = await shownIn(folder);
  refuseOtherNarrative(shown, id, folder);
  const names = namesIn(shown?.card ?? null);
  const mirror = { id, folder, names, coming: {}, held: {} };
  if (!shown) {
    await store.mirrors.write({ ...mirror, texts: {}, pictures: {} });
    return folder;
  }
  const { version } = shown.card;
  const kept = version === '' ? null : await store.versions.read(id, version);
  const { texts } = await exportForFolder(kept ?? (await ports.narratives.peek(id)), names, ports);
  const pictures = [...knownFrom(shown)].filter(([path]) => path.includes('/'));
  await store.mirrors.write({
    ...mirror,
    texts: Object.fromEntries(texts.map(({ path, text }) => [path, text])),
    pictures: Object.fromEntries(pictures.map(([path, hashes]) => [path, [...hashes]])),
  });
  return folder;
}

function namesIn(card: FolderCard | null): Record<PartKey, string> {
  const names = partKeys.map((part) => {
    const named = card?.parts[part];
    return [part, named !== undefined && isTextPath(named) ? named : partFileName(part)];
  });
  return Object.fromEntries(names) as Record<PartKey, string>;
}

const isInside = (folder: string, root: string) => `${folder}${sep}`.startsWith(`${root}${sep}`);

function insideLibrary(folder: string): DatelineError {
  return new DatelineError(
    'target-exists',
    `“${folder}” belongs to the library itself.`,
    'Choose a folder outside of it.',
  );
}

function taken(folder: string): DatelineError {
  return new DatelineError(
    'target-exists',
    `“${folder}” shows another narrative. Nothing was changed.`,
    'Choose a folder of its own for this one.',
  );
}
