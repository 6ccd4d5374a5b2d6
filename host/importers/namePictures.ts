import * as Y from 'yjs';
import { DatelineError } from '../../core/api/errors';
import { partFragment } from '../../core/narrative/narrativeDoc';
import { partKeys } from '../../core/narrative/parts';
import { readRecords, screensMap } from '../../core/narrative/recordMaps';
import { renameScreenFiles, screenFiles } from '../../core/screens/screenFiles';
import { assetNameOf } from '../../storage/assets';
import { checkPicture } from '../assets/assets';
import { checkAttachment, fileExtension } from '../assets/attachments';
import { guardSvg } from '../screens/guardSvg';
import type { GivenPicture } from './importFile';

/** A picture or attached file under the name that a library stores it under. */
export interface NamedPicture {
  bytes: Uint8Array;
  extension: string;
}

/**
 * Points the text at its pictures by the names that they are stored under. A picture that cannot be used stays
 * named as it was, which shows as a missing picture, and is told as a doubt.
 */
export function namePictures(
  doc: Y.Doc,
  given: readonly GivenPicture[],
): { pictures: Map<string, NamedPicture>; doubts: string[] } {
  const names = new Map<string, string>();
  const pictures = new Map<string, NamedPicture>();
  const doubts: string[] = [];
  for (const { name, bytes } of given) {
    try {
      const checked = check(name, bytes);
      const stored = assetNameOf(checked.bytes, checked.extension);
      names.set(name, stored);
      pictures.set(stored, checked);
    } catch (thrown) {
      if (!(thrown instanceof DatelineError)) throw thrown;
      doubts.push(thrown.message);
    }
  }
  doc.transact(() => {
    for (const part of partKeys) rename(partFragment(doc, part), names);
    renameDrawings(doc, names);
  });
  return { pictures, doubts };
}

/**
 * Source cards and scenes know their files by content, so those keep their names; pictures are named anew. A drawing
 * as SVG is written anew without anything that could run.
 */
function check(name: string, bytes: Uint8Array): NamedPicture {
  if (name.endsWith(`.${fileExtension}`)) return { bytes, extension: checkAttachment(name, bytes) };
  if (!name.endsWith('.svg')) return { bytes, extension: checkPicture(name, bytes).extension };
  return { bytes: Buffer.from(guardSvg(new TextDecoder().decode(bytes))), extension: 'svg' };
}

/** Screens whose drawings are stored under other names now. */
function renameDrawings(doc: Y.Doc, names: ReadonlyMap<string, string>): void {
  for (const screen of Object.values(readRecords(doc).screens)) {
    const isRenamed = screenFiles(screen).some((name) => (names.get(name) ?? name) !== name);
    if (isRenamed)
      screensMap(doc).set(
        screen.id,
        renameScreenFiles(screen, (name) => names.get(name) ?? name),
      );
  }
}

function rename(parent: Y.XmlFragment | Y.XmlElement, names: ReadonlyMap<string, string>): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    const asset = child.nodeName === 'image' ? child.getAttribute('asset') : undefined;
    const stored = asset === undefined ? undefined : names.get(asset);
    // Names that hold already are left alone, so that a copy stays the same document as its original.
    if (stored !== undefined && stored !== asset) child.setAttribute('asset', stored);
    rename(child, names);
  }
}
