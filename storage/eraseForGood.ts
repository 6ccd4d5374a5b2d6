import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { NarrativeId } from '../core/narrative/meta';
import { orNullIfMissing, toDiskError } from './diskErrors';
import { syncFolder } from './durableFile';
import type { LibraryParts } from './libraryParts';
import type { ErasureProof, Trace } from './libraryStore';
import type { Trash } from './trash';
import { addAssetNames, namedAssets, readSearchable } from './unusedAssets';

/**
 * Erases a narrative that is in the trash, with every backup, version, kept copy and picture that is its alone, and
 * says what was there and what still is.
 */
export async function eraseForGood(
  id: NarrativeId,
  { parts, trash }: { parts: LibraryParts; trash: Trash },
): Promise<ErasureProof> {
  const { layout, index } = parts;
  const files = await filesOf(layout.root, id);
  const pictures = await picturesIn(files);
  const held = await toTraces(layout.root, [...files, ...pictures.map((name) => join(layout.assets, name))]);
  await trash.erase(id);
  try {
    for (const file of files.filter((each) => each.startsWith(layout.kept + sep)))
      await rm(file, { force: true });
    await index.flush();
    const used = await namedAssets(layout);
    // Where it cannot be known what others name, the pictures stay, and the proof says so.
    const own = used === null ? [] : pictures.filter((name) => !used.has(name));
    for (const name of own) await rm(join(layout.assets, name), { force: true });
    await syncFolder(layout.assets);
    const doubtful = used === null ? pictures : [];
    const left = [...(await filesOf(layout.root, id)), ...doubtful.map((name) => join(layout.assets, name))];
    return { held, remaining: await toTraces(layout.root, left) };
  } catch (thrown) {
    throw toDiskError(thrown);
  }
}

/** Every file of the library that is named after a narrative, and its index while that tells of it. */
async function filesOf(root: string, id: NarrativeId): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = files.filter((file) =>
    relative(root, file)
      .split(sep)
      .some((part) => isNamedAfter(part, id)),
  );
  const index = join(root, 'library.json');
  const listed = (await orNullIfMissing(readFile(index, 'utf8')))?.includes(`"${id}"`) ?? false;
  return listed ? [...named, index] : named;
}

/** `<id>`, `<id>.json`, `<id>~<moment>.json`, or `<moment>-<process>-<count>-<id>.json` of a kept file. */
function isNamedAfter(part: string, id: NarrativeId): boolean {
  if (part === id || part.startsWith(`${id}.`) || part.startsWith(`${id}~`)) return true;
  const kept = /^[\dTZ.:-]+-\d+-\d+-(.+)$/.exec(part)?.[1] ?? '';
  return kept.startsWith(`${id}.`);
}

async function picturesIn(files: readonly string[]): Promise<string[]> {
  const names = new Set<string>();
  for (const file of files)
    if (basename(file) !== 'library.json') addAssetNames((await readSearchable(file)) ?? '', names);
  return [...names];
}

async function toTraces(root: string, files: readonly string[]): Promise<Trace[]> {
  const traces: Trace[] = [];
  for (const file of files) {
    const bytes = await orNullIfMissing(readFile(file));
    if (bytes === null) continue;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    traces.push({ place: relative(root, file).split(sep).join('/'), sha256, bytes: bytes.length });
  }
  return traces;
}
