import { logoLimitBytes } from '../../core/api/contract';
import { DatelineError } from '../../core/api/errors';
import type { Logo } from '../../core/api/shapes';
import type { ExportAsset } from '../../core/export/exportDocument';
import { assetNameOf } from '../../storage/assets';
import type { LibraryStore } from '../../storage/libraryStore';
import { guardSvg } from '../screens/guardSvg';
import { checkPicture } from './assets';
import { sniffImage } from './sniffImage';

/** A logo that may be printed: its bytes as they are kept, the ending of their kind, and the name for both. */
interface CheckedLogo {
  bytes: Uint8Array;
  asset: string;
  extension: 'png' | 'jpg' | 'svg';
}

/** Stores a logo by its content. Throws what `checkLogo` throws. */
export async function addLogo(
  store: LibraryStore,
  fileName: string,
  given: Uint8Array,
): Promise<{ asset: string }> {
  const { bytes, extension } = checkLogo(fileName, given);
  return { asset: await store.addAsset(bytes, extension) };
}

/**
 * Looks whether bytes are a logo that may be printed. An SVG is written anew with nothing in it but what draws.
 * Throws `file-too-large` or `file-wrong-type`, and says what is possible instead.
 */
export function checkLogo(fileName: string, bytes: Uint8Array): CheckedLogo {
  if (bytes.length > logoLimitBytes) {
    throw new DatelineError(
      'file-too-large',
      `“${fileName}” is larger than ${logoLimitBytes / 1_000_000} MB, the most a logo may have.`,
      'Save it smaller, then choose it again.',
    );
  }
  if (!sniffImage(bytes)) return named(safeSvg(fileName, bytes), 'svg');
  const { extension } = checkPicture(fileName, bytes);
  if (extension !== 'png' && extension !== 'jpg') throw wrongType(fileName);
  return named(bytes, extension);
}

function named(bytes: Uint8Array, extension: CheckedLogo['extension']): CheckedLogo {
  return { bytes, extension, asset: assetNameOf(bytes, extension) };
}

function safeSvg(fileName: string, bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('utf8');
  if (!/<svg[\s>]/iu.test(text.slice(0, 4000))) throw wrongType(fileName);
  try {
    return Buffer.from(guardSvg(text));
  } catch {
    throw new DatelineError(
      'file-wrong-type',
      `“${fileName}” has more in it than shapes: scripts, styles or addresses. It was not taken.`,
      'Export it as PNG, then choose that.',
    );
  }
}

function wrongType(fileName: string): DatelineError {
  return new DatelineError(
    'file-wrong-type',
    `“${fileName}” is not a logo that can be printed.`,
    'Use PNG, JPEG or SVG.',
  );
}

const mimes = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' } as const;

/** The chosen logo as exporters take it; null where none is chosen, and where it is gone or was changed. */
export async function readLogo(
  logo: Logo | null,
  files: { readAsset(name: string): Promise<Uint8Array | null> },
): Promise<ExportAsset | null> {
  const bytes = logo && (await files.readAsset(logo.asset));
  if (!bytes) return null;
  try {
    const checked = checkLogo(logo.asset, bytes);
    return { bytes: checked.bytes, mime: mimes[checked.extension], width: 0, height: 0 };
  } catch {
    // A picture that is not one any more is missing, which the export tells.
    return null;
  }
}
