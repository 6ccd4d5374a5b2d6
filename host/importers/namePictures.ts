import * as Y from 'yjs';
import { DatelineError } from '../../core/api/errors';
import { partFragment } from '../../core/narrative/narrativeDoc';
import { partKeys } from '../../core/narrative/parts';
import { assetNameOf } from '../../storage/assets';
import { checkPicture } from '../assets/assets';
import { checkAttachment, fileExtension } from '../assets/attachments';
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
      const extension = kindOf(name, bytes);
      const stored = assetNameOf(bytes, extension);
      names.set(name, stored);
      pictures.set(stored, { bytes, extension });
    } catch (thrown) {
      if (!(thrown instanceof DatelineError)) throw thrown;
      doubts.push(thrown.message);
    }
  }
  doc.transact(() => {
    for (const part of partKeys) rename(partFragment(doc, part), names);
  });
  return { pictures, doubts };
}

/** Source cards know their files by content, so those keep their names; the text's pictures are named anew. */
function kindOf(name: string, bytes: Uint8Array): string {
  return name.endsWith(`.${fileExtension}`)
    ? checkAttachment(name, bytes)
    : checkPicture(name, bytes).extension;
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
