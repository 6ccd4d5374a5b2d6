import { DatelineError } from '../../core/api/errors';
import { isAssetDamaged } from '../../storage/assets';
import type { LibraryStore } from '../../storage/libraryStore';
import { sceneText } from './sceneText';

/** The scene of a kept drawing. Throws `not-found` or `file-damaged`, and says what can be done. */
export async function readScene(store: LibraryStore, asset: string): Promise<string> {
  const bytes = await store.readAsset(asset);
  if (!bytes) {
    throw new DatelineError(
      'not-found',
      'The file of this drawing is not in the library any more.',
      'Draw it anew on top of its picture, or go on from an earlier version.',
    );
  }
  const scene = isAssetDamaged(asset, bytes) ? null : sceneText(bytes);
  if (scene === null) {
    throw new DatelineError(
      'file-damaged',
      'The file of this drawing is broken. Its picture is kept.',
      'Draw it anew on top of its picture, or go on from an earlier version.',
    );
  }
  return scene;
}
