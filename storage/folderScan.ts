import { readdir } from 'node:fs/promises';
import { DatelineError } from '../core/api/errors';
import type { NarrativeId } from '../core/narrative/meta';
import { summarise } from '../core/narrative/summary';
import { readStamp, readStamped } from './durableFile';
import { idOfFile } from './layout';
import type { LibraryParts } from './libraryParts';
import { decodeOrNull } from './narrativeRecord';
import type { NarrativeShelf } from './narrativeShelf';
import { mapBounded } from './queue';

const filesAtATime = 32;

/** Brings the index in line with the folder: reads files that are new or changed, drops those that are gone. */
export async function scanNarratives(parts: LibraryParts, shelf: NarrativeShelf): Promise<void> {
  const { index, layout } = parts;
  const ids = (await readdir(layout.narratives)).flatMap((name) => idOfFile(name) ?? []);
  await mapBounded(ids, filesAtATime, (id) => scanOne(id, parts, shelf));
  const present = new Set(ids);
  for (const id of [...index.entries.keys()]) if (!present.has(id)) index.remove(id);
}

async function scanOne(id: NarrativeId, parts: LibraryParts, shelf: NarrativeShelf): Promise<void> {
  const stamp = await readStamp(parts.layout.narrative(id));
  const entry = parts.index.entries.get(id);
  if (stamp === null) return parts.index.remove(id);
  if (entry && entry.mtimeMs === stamp.mtimeMs && entry.size === stamp.size) return;
  if (await refreshEntry(id, parts)) return;
  try {
    await shelf.record(id).read();
  } catch (thrown) {
    if (!(thrown instanceof DatelineError)) throw thrown;
    parts.board.add({ kind: 'left-alone', message: leftAlone(id, thrown) });
  }
}

/** Reads a file only for its line in the library; false when it cannot be read as it stands. */
export async function refreshEntry(id: NarrativeId, { index, layout }: LibraryParts): Promise<boolean> {
  const found = await readStamped(layout.narrative(id));
  const stored = found && decodeOrNull(found.text);
  if (!stored) return false;
  index.set(summarise({ ...stored.file, meta: { ...stored.file.meta, id } }), found.stamp);
  return true;
}

function leftAlone(id: NarrativeId, { code }: DatelineError): string {
  const file = `“narratives/${id}.json”`;
  return code === 'file-from-future'
    ? `${file} comes from a newer Dateline. It was left as it is. Update to open it.`
    : `${file} cannot be read, and no earlier version of it is here. It was left as it is.`;
}
