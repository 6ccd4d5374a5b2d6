import { assetLimitBytes } from '../../core/api/contract';
import { DatelineError } from '../../core/api/errors';
import type { ExportAsset } from '../../core/export/exportDocument';
import type { LibraryStore } from '../../storage/libraryStore';
import { type SniffedImage, sniffImage } from './sniffImage';

const pixelLimit = 50_000_000;

export interface AddedAsset {
  asset: string;
  width: number;
  height: number;
}

/** Stores a picture by its content. Throws what `checkPicture` throws. */
export async function addAsset(
  store: LibraryStore,
  fileName: string,
  bytes: Uint8Array,
): Promise<AddedAsset> {
  const image = checkPicture(fileName, bytes);
  const asset = await store.addAsset(bytes, image.extension);
  return { asset, width: image.width, height: image.height };
}

/**
 * Looks whether bytes are a picture that may be kept. The type is read from the bytes, never from the name.
 * Throws `file-wrong-type` or `file-too-large`, and says what is possible instead.
 */
export function checkPicture(fileName: string, bytes: Uint8Array): SniffedImage {
  if (bytes.length > assetLimitBytes) {
    throw new DatelineError(
      'file-too-large',
      `"${fileName}" is larger than ${assetLimitBytes / 1_000_000} MB, the most a picture may have.`,
      'Save it smaller, then add it again.',
    );
  }
  const image = sniffImage(bytes);
  if (!image) throw wrongType(fileName, bytes);
  if (image.width * image.height > pixelLimit) {
    throw new DatelineError(
      'file-too-large',
      `"${fileName}" has ${image.width} × ${image.height} pixels; the most is 50 million in all.`,
      'Save it with fewer pixels, then add it again.',
    );
  }
  return image;
}

function wrongType(fileName: string, bytes: Uint8Array): DatelineError {
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('utf8');
  if (/<svg[\s>]/iu.test(head)) {
    return new DatelineError(
      'file-wrong-type',
      `"${fileName}" is an SVG drawing, which can carry scripts, so it was not added.`,
      'Export it as PNG, then add that.',
    );
  }
  return new DatelineError(
    'file-wrong-type',
    `"${fileName}" is not a picture Dateline can show.`,
    'Use PNG, JPEG, GIF or WebP.',
  );
}

/** A stored picture for the shells; null when there is none by that name, and for files that are no pictures. */
export async function readAsset(store: LibraryStore, name: string): Promise<ExportAsset | null> {
  return storedAsset(await store.readAsset(name));
}

/** Bytes as a picture; null when they are none. */
export function storedAsset(bytes: Uint8Array | null): ExportAsset | null {
  const image = bytes && sniffImage(bytes);
  return image ? { bytes, mime: image.mime, width: image.width, height: image.height } : null;
}
