import { crc32, deflateSync } from 'node:zlib';

/** A picture of this size in pixels, in the greys (0 to 255) that `shade` gives to its bytes. */
export function drawnPng(width: number, height: number, shade = (_index: number) => 0xd5): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey, nothing interlaced.
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Uint8Array.from({ length: (width + 1) * height }, (_byte, index) => shade(index));
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pieces = [piece('IHDR', header), piece('IDAT', deflateSync(rows)), piece('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...pieces]);
}

function piece(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
