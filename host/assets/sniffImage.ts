export interface SniffedImage {
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  extension: 'png' | 'jpg' | 'gif' | 'webp';
  width: number;
  height: number;
}

/** Reads type and size out of a picture's first bytes, whatever its name says; null for anything else. */
export function sniffImage(bytes: Uint8Array): SniffedImage | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sniffed = sniffPng(view) ?? sniffGif(view) ?? sniffJpeg(view) ?? sniffWebp(view);
  return sniffed && sniffed.width > 0 && sniffed.height > 0 ? sniffed : null;
}

function sniffPng(view: Buffer): SniffedImage | null {
  if (view.length < 33 || view.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  return { mime: 'image/png', extension: 'png', width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}

function sniffGif(view: Buffer): SniffedImage | null {
  if (view.length < 13 || !/^GIF8[79]a$/u.test(view.toString('latin1', 0, 6))) return null;
  return { mime: 'image/gif', extension: 'gif', width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
}

/** Walks the segments to the frame header, which holds the size. */
function sniffJpeg(view: Buffer): SniffedImage | null {
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const [height, width] = [view.readUInt16BE(at + 5), view.readUInt16BE(at + 7)];
      return { mime: 'image/jpeg', extension: 'jpg', width, height };
    }
    // Fill bytes before a marker are allowed.
    at += marker === 0xff ? 1 : 2 + view.readUInt16BE(at + 2);
  }
  return null;
}

function sniffWebp(view: Buffer): SniffedImage | null {
  const isWebp = view.length >= 30 && view.toString('latin1', 0, 4) === 'RIFF';
  if (!isWebp || view.toString('latin1', 8, 12) !== 'WEBP') return null;
  const size = webpSize(view);
  return size && { mime: 'image/webp', extension: 'webp', ...size };
}

function webpSize(view: Buffer): { width: number; height: number } | null {
  switch (view.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = view.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return null;
  }
}
