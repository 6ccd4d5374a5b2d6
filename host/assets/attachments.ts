import { DatelineError } from '../../core/api/errors';
import {
  type AttachedFile,
  attachmentLimitBytes,
  describeFile,
  fileSize,
} from '../../core/evidence/attachedFile';
import { assetNameOf, isAssetDamaged } from '../../storage/assets';
import type { LibraryStore } from '../../storage/libraryStore';
import { checkPicture } from './assets';

/** Ending of files that are no pictures: they are kept and handed out, never shown. */
export const fileExtension = 'bin';

/** Stores a file of a source card by its content. Throws `file-wrong-type` or `file-too-large`. */
export async function attachFile(
  store: LibraryStore,
  fileName: string,
  bytes: Uint8Array,
): Promise<{ asset: string; file: AttachedFile }> {
  const file = describeFile(fileName, bytes.length);
  checkSize(file);
  return { asset: await store.addAsset(bytes, extensionOf(file, bytes)), file };
}

function checkSize({ name, size }: AttachedFile): void {
  if (size === 0) {
    throw new DatelineError(
      'file-wrong-type',
      `“${name}” is empty, so it was not attached.`,
      'Choose a file that has something in it; a folder has to be packed into one file first.',
    );
  }
  if (size > attachmentLimitBytes) {
    throw new DatelineError(
      'file-too-large',
      `“${name}” has ${fileSize(size)}; a source card takes files of up to ${fileSize(attachmentLimitBytes)}.`,
      'Attach the pages that matter, or write down where it lies as the link.',
    );
  }
}

/** A picture keeps its kind, so that it can be shown on the card; what cannot be shown is a file like any other. */
function extensionOf({ name }: AttachedFile, bytes: Uint8Array): string {
  try {
    return checkPicture(name, bytes).extension;
  } catch (thrown) {
    if (thrown instanceof DatelineError) return fileExtension;
    throw thrown;
  }
}

/** An attached file out of an import; throws when its bytes are not those that cards know by this name. */
export function checkAttachment(name: string, bytes: Uint8Array): string {
  if (bytes.length <= attachmentLimitBytes && assetNameOf(bytes, fileExtension) === name)
    return fileExtension;
  throw new DatelineError(
    'file-damaged',
    'An attached file is not the one that was stored. It was left out.',
  );
}

/** The bytes of an attached file. Throws `not-found` or `file-damaged`, and says what can be done. */
export async function readAttachment(
  store: LibraryStore,
  asset: string,
  fileName: string,
): Promise<Uint8Array> {
  const bytes = await store.readAsset(asset);
  if (!bytes) {
    throw new DatelineError(
      'not-found',
      `“${fileName}” is not in the library any more. The card still names it.`,
      'Attach it again, or take it off the card.',
    );
  }
  if (isAssetDamaged(asset, bytes)) {
    throw new DatelineError(
      'file-damaged',
      `“${fileName}” was changed on the disk, so it is not handed out.`,
      'Attach it again; the card then has the whole file.',
    );
  }
  return bytes;
}
