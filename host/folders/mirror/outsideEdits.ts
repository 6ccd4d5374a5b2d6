import { cardFileName } from '../../../core/import/folder/folderCard';
import { partOfText } from '../../../core/import/folder/readFolder';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import type { Mirror } from '../../../storage/mirrors';
import { hashOfText } from '../folderTexts';

/** What somebody did to a mirror's texts since they were written. */
export interface OutsideEdits {
  /** Files that are not as we wrote them, and not as they were looked at last. */
  changed: string[];
  /** The mirror with files that were renamed known by their new names, and files that were put back held no more. */
  mirror: Mirror;
}

/** Compares the texts of a folder with what was written there. */
export function findOutsideEdits(given: Mirror, texts: ReadonlyMap<string, string>): OutsideEdits {
  const mirror = withRenames(given, texts);
  const ours = new Set([...Object.values(mirror.names), cardFileName]);
  const restored = new Set<string>();
  const changed = [...texts].flatMap(([path, text]) => {
    const written = [mirror.texts[path], mirror.coming[path]].filter((one) => one !== undefined);
    const hash = hashOfText(text);
    const isAsWritten = written.some((one) => hashOfText(one) === hash);
    if (isAsWritten && path in mirror.held) restored.add(path);
    if (isAsWritten || mirror.held[path]?.hash === hash) return [];
    // Another text of the same narrative is looked at once; whatever else lies there is nobody's business.
    return ours.has(path) || partOfText(text) !== null ? [path] : [];
  });
  if (restored.size === 0) return { changed, mirror };
  const held = Object.entries(mirror.held).filter(([path]) => !restored.has(path));
  return { changed, mirror: { ...mirror, held: Object.fromEntries(held) } };
}

/** A part whose file is gone while another one says that it is this part was renamed. */
function withRenames(mirror: Mirror, texts: ReadonlyMap<string, string>): Mirror {
  const known = new Set(Object.values(mirror.names));
  const strange = new Map<PartKey, string>();
  for (const [path, text] of texts) {
    const part = known.has(path) ? null : partOfText(text);
    if (part !== null && !strange.has(part)) strange.set(part, path);
  }
  let renamed = mirror;
  for (const part of partKeys) {
    const [from, to] = [mirror.names[part], strange.get(part)];
    if (from === undefined || to === undefined || texts.has(from)) continue;
    renamed = {
      ...renamed,
      names: { ...renamed.names, [part]: to },
      texts: withKey(renamed.texts, from, to),
      coming: withKey(renamed.coming, from, to),
      held: withKey(renamed.held, from, to),
    };
  }
  return renamed;
}

function withKey<T>(record: Readonly<Record<string, T>>, from: string, to: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
}
