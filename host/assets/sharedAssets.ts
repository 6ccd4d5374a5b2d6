import { DatelineError } from '../../core/api/errors';
import { assetNameOf } from '../../storage/assets';
import type { LibraryStore } from '../../storage/libraryStore';
import { guardSvg } from '../screens/guardSvg';
import { checkPicture } from './assets';
import { checkAttachment } from './attachments';

/**
 * Stores bytes under the name that they have elsewhere. Throws `file-damaged` for bytes of another name, and what
 * the checks of their kind throw; then nothing was stored.
 */
export async function keepAsset(store: LibraryStore, name: string, bytes: Uint8Array): Promise<void> {
  await store.addAsset(bytes, checkedKind(name, bytes));
}

function checkedKind(name: string, bytes: Uint8Array): string {
  if (name.endsWith('.svg')) {
    const text = Buffer.from(bytes).toString('utf8');
    // A drawing of ours was guarded before it got its name; any other one changes when it is guarded.
    if (assetNameOf(Buffer.from(guardSvg(text)), 'svg') === name) return 'svg';
    throw notThatFile();
  }
  if (name.endsWith('.bin')) return checkAttachment(name, bytes);
  const { extension } = checkPicture('The picture', bytes);
  if (assetNameOf(bytes, extension) !== name) throw notThatFile();
  return extension;
}

function notThatFile(): DatelineError {
  return new DatelineError(
    'file-damaged',
    'A file is not the one that this narrative names. It was left out.',
    'Add it again where it is missing.',
  );
}
