import { DatelineError } from '../../core/api/errors';
import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import { partKeys } from '../../core/narrative/parts';
import { type RichDoc, type RichNode, stringAttr } from '../../core/narrative/richText';
import type { LibraryStore } from '../../storage/libraryStore';
import { addAsset } from '../assets/assets';

export interface GivenPicture {
  /** As the text names it. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Stores the pictures that came with a text and points the text at them. A picture that cannot be used stays
 * named as it was, which shows as a missing picture, and is told as a doubt.
 */
export async function placePictures(
  store: LibraryStore,
  content: NarrativeContent,
  pictures: readonly GivenPicture[],
): Promise<{ content: NarrativeContent; doubts: string[] }> {
  const stored = new Map<string, string>();
  const doubts: string[] = [];
  for (const { name, bytes } of pictures) {
    try {
      stored.set(name, (await addAsset(store, name, bytes)).asset);
    } catch (thrown) {
      // A full disk is no property of the picture and stops the import.
      if (!(thrown instanceof DatelineError) || !thrown.code.startsWith('file-')) throw thrown;
      doubts.push(thrown.message);
    }
  }
  return { content: renamePictures(content, stored), doubts };
}

function renamePictures(content: NarrativeContent, names: ReadonlyMap<string, string>): NarrativeContent {
  const rename = (node: RichNode): RichNode => {
    const asset = node.type === 'image' ? names.get(stringAttr(node, 'asset')) : undefined;
    if (asset !== undefined) return { ...node, attrs: { ...node.attrs, asset } };
    return node.content ? { ...node, content: node.content.map(rename) } : node;
  };
  const parts = partKeys.map((part) => [part, rename(content.parts[part]) as RichDoc] as const);
  return { ...content, parts: Object.fromEntries(parts) as NarrativeContent['parts'] };
}
