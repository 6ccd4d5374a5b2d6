import { cardFileName } from '../../../core/import/folder/folderCard';
import type { ReadFolder } from '../../../core/import/folder/readFolder';
import type { Mirror } from '../../../storage/mirrors';
import { type FolderTexts, hashOfText } from '../folderTexts';
import type { MirrorPorts, TakenEdit } from './mirrorPorts';
import { findOutsideEdits } from './outsideEdits';

type Held = Mirror['held'];

/** Makes changes to review of what somebody wrote in a mirror, and holds those files until they are settled. */
export async function takeOutsideEdits(
  given: Mirror,
  { texts, unreadable }: FolderTexts,
  ports: MirrorPorts,
): Promise<Mirror> {
  const { changed, mirror } = findOutsideEdits(given, texts);
  const locked = unreadable.filter(({ path }) => Object.values(mirror.names).includes(path));
  const unread = locked.filter(({ path }) => mirror.held[path] === undefined);
  tellOfRefused(mirror, unread, ports);
  const held: Held = { ...mirror.held };
  for (const { path, reason } of unread) held[path] = { hash: null, suggestions: [], reason };
  if (changed.length === 0) return { ...mirror, held };
  const { was, now } = await ports.translator.readBoth(textsWritten(mirror, changed), texts);
  const refused = refusedOf(now, changed);
  const paths = changed.filter((path) => refused.every((one) => one.path !== path));
  const taken = await ports.takeEdit(mirror.id, { was, now, paths });
  tellOfTaken(mirror, { paths, taken }, ports);
  tellOfRefused(mirror, refused, ports);
  for (const path of changed) {
    const reason = path === cardFileName ? '' : (refused.find((one) => one.path === path)?.reason ?? '');
    held[path] = {
      hash: hashOfText(texts.get(path) ?? ''),
      suggestions: [...(taken.suggestions[path] ?? [])],
      reason,
    };
  }
  return { ...mirror, held };
}

/** Files that do not read as what they stand for are not taken, and never written over. */
function refusedOf({ refused, fileOf }: ReadFolder, changed: readonly string[]): ReadFolder['refused'] {
  const read = new Set([...Object.values(fileOf), cardFileName]);
  return changed.flatMap((path) => {
    const told = refused.find((one) => one.path === path);
    if (told) return [told];
    const reason = `“${path}” does not read as a part of the narrative.`;
    return read.has(path) ? [] : [{ path, reason }];
  });
}

/** What changes are compared with; a file that stood at the newer of two writings is compared with that one. */
function textsWritten({ texts, coming }: Mirror, changed: readonly string[]): ReadonlyMap<string, string> {
  const finished = Object.entries(coming).filter(([path]) => !changed.includes(path) || !(path in texts));
  return new Map([...Object.entries(texts), ...finished]);
}

function tellOfTaken({ id }: Mirror, { paths, taken }: Taken, { tell }: MirrorPorts): void {
  const files = paths.filter((path) => path !== cardFileName).map((path) => `“${path}”`);
  if (files.length > 0 && taken.added > 0) {
    const changes = taken.added === 1 ? 'one change' : `${taken.added} changes`;
    const where = files.length > 3 ? `${files.length} files` : files.join(', ');
    tell({
      kind: 'changed-outside',
      message: `Somebody wrote in the folder of this narrative (${where}). It waits as ${changes} to review; the files stay as they are until then.`,
      narrativeId: id,
    });
  }
  for (const message of taken.doubts) tell({ kind: 'changed-outside', message, narrativeId: id });
}

interface Taken {
  paths: readonly string[];
  taken: TakenEdit;
}

function tellOfRefused({ id }: Mirror, refused: ReadFolder['refused'], { tell }: MirrorPorts): void {
  for (const { path, reason } of refused) {
    const after =
      path === cardFileName ? 'It is written anew.' : 'It was not taken, and stays as it is until it can be.';
    tell({ kind: 'left-alone', message: `${reason} ${after}`, narrativeId: id });
  }
}
