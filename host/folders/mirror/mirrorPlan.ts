import type { ExportedFolder } from '../../../core/export/folder/exportFolder';
import type { Mirror } from '../../../storage/mirrors';
import { hashOfAsset, type KnownFiles } from '../folderPlan';
import { hashOfText } from '../folderTexts';

/** The hashes that files of a mirror may have and still be ours to replace. */
export function knownFiles(mirror: Mirror): KnownFiles {
  const known = new Map<string, Set<string>>();
  const add = (path: string, hash: string) => known.set(path, (known.get(path) ?? new Set()).add(hash));
  for (const texts of [mirror.texts, mirror.coming])
    for (const [path, text] of Object.entries(texts)) add(path, hashOfText(text));
  for (const [path, hashes] of Object.entries(mirror.pictures)) for (const hash of hashes) add(path, hash);
  return known;
}

/** The mirror as it is saved before anything is written: whichever of both states a file is found in is ours. */
export function aboutToWrite(
  mirror: Mirror,
  { texts, pictures }: ExportedFolder,
  paths: ReadonlySet<string>,
): Mirror {
  const coming = texts.filter(({ path }) => paths.has(path)).map(({ path, text }) => [path, text]);
  const drawn = pictures.flatMap(({ path, asset }) => {
    const hash = hashOfAsset(asset);
    return hash === null || !paths.has(path) ? [] : [{ path, hash }];
  });
  const added = drawn.map(({ path, hash }) => [path, [...new Set([...(mirror.pictures[path] ?? []), hash])]]);
  return {
    ...mirror,
    coming: Object.fromEntries(coming),
    pictures: { ...mirror.pictures, ...Object.fromEntries(added) },
  };
}

/** The mirror once all of it is written. */
export function asWritten(mirror: Mirror, { pictures }: ExportedFolder, removed: readonly string[]): Mirror {
  const wanted = new Map(pictures.map(({ path, asset }) => [path, hashOfAsset(asset)]));
  const texts = Object.entries({ ...mirror.texts, ...mirror.coming });
  const drawn = Object.entries(mirror.pictures).flatMap(([path]) => {
    const hash = wanted.get(path);
    return hash ? [[path, [hash]]] : [];
  });
  return {
    ...mirror,
    texts: Object.fromEntries(texts.filter(([path]) => !removed.includes(path))),
    coming: {},
    pictures: Object.fromEntries(drawn),
  };
}
