import { Unzip, UnzipInflate, unzipSync } from 'fflate';

/** Thrown when a zip would unpack to more than was allowed. */
export class UnpacksToTooMuch extends Error {}

export interface UnpackOptions {
  entries: number;
  /** All bytes that are really unpacked; what the zip says about itself is not believed. */
  inflatedBytes: number;
  /** Most that one of them may be; as much as all together where this is left out. */
  mostBytes?: (name: string) => number;
  /** Only these are unpacked. */
  isWanted: (name: string) => boolean;
}

/** Small enough that a thousandfold growth of one piece is still no trouble. */
const pieceBytes = 16_384;

/** The wanted files of a zip, by name, and how many others it had. Throws on a zip that is not whole. */
export function unpack(
  bytes: Uint8Array,
  { entries, inflatedBytes, mostBytes, isWanted }: UnpackOptions,
): { files: Map<string, Uint8Array>; ignored: number } {
  const listed = listNames(bytes, entries);
  const pieces = new Map<string, Uint8Array[]>();
  let inflated = 0;
  const zip = new Unzip((file) => {
    if (!listed.has(file.name) || !isWanted(file.name) || pieces.has(file.name)) return;
    const own: Uint8Array[] = [];
    pieces.set(file.name, own);
    const most = mostBytes?.(file.name) ?? inflatedBytes;
    let ownBytes = 0;
    file.ondata = (error, data) => {
      if (error) throw error;
      inflated += data.length;
      ownBytes += data.length;
      if (inflated > inflatedBytes || ownBytes > most) throw new UnpacksToTooMuch();
      own.push(data);
    };
    file.start();
  });
  zip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    zip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
  }
  const files = new Map([...pieces].map(([name, own]) => [name, new Uint8Array(Buffer.concat(own))]));
  const others = [...listed].filter((name) => !isWanted(name) && !name.endsWith('/'));
  return { files, ignored: others.length };
}

/** Names in the directory at the zip's end, which is missing where the file was cut short. */
function listNames(bytes: Uint8Array, limit: number): Set<string> {
  const names = new Set<string>();
  unzipSync(bytes, {
    filter: ({ name }) => {
      if (names.size >= limit) throw new UnpacksToTooMuch();
      names.add(name);
      return false;
    },
  });
  return names;
}
