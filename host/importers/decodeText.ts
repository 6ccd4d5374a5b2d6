import { isUtf8 } from 'node:buffer';
import { DatelineError } from '../../core/api/errors';

/** First bytes of files that are often given a text file's name by mistake. */
const signatures: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x1f, 0x8b],
];

/** The text of a file in UTF-8, or UTF-16 with a byte order mark. Throws `file-not-text` for anything else. */
export function decodeText(bytes: Uint8Array): string {
  refuseOtherKinds(bytes);
  const encoding = encodingOf(bytes);
  // A NUL never stands in a text people wrote; decoded as UTF-8 it would pass unseen.
  if (encoding === 'utf-8' && bytes.includes(0)) throw notText();
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw unknownEncoding();
  }
}

/** The text of a web page, in the encoding that it names itself. Throws `file-not-text` for what is no text. */
export function decodeHtml(bytes: Uint8Array): string {
  refuseOtherKinds(bytes);
  if (encodingOf(bytes) !== 'utf-8' || isUtf8(bytes)) return decodeText(bytes);
  if (bytes.includes(0)) throw notText();
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const label = /charset\s*=\s*["']?\s*([\w-]{1,40})/iu.exec(head)?.[1] ?? '';
  // Every browser reads a page without a name for its encoding this way.
  return new TextDecoder(isKnownEncoding(label) ? label : 'windows-1252').decode(bytes);
}

function refuseOtherKinds(bytes: Uint8Array): void {
  if (signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte)))
    throw notText();
}

function isKnownEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '' && !/^utf-?(?:8|16)/iu.test(label);
  } catch {
    return false;
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function notText(): DatelineError {
  return new DatelineError(
    'file-not-text',
    'This is not a text file, though its name says so. Nothing was changed.',
    'Open it in the program that made it and save it as plain text.',
  );
}

function unknownEncoding(): DatelineError {
  return new DatelineError(
    'file-not-text',
    'The letters of this file are stored in a way Dateline does not read. Nothing was changed.',
    'Save it again as UTF-8, which most editors offer under “Save as”.',
  );
}
