import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffImage } from '../../../host/assets/sniffImage';
import { newHost } from '../newHost';

const pictures = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADklEQVR4nGNgQAOkAAAnAAGRFvEFAAAAAElFTkSuQmCC',
  gif: 'R0lGODlhAgADAIAAAAAAAP///yH5BAEAAAAALAAAAAACAAMAAAIDhG8FADs=',
};

/** The first bytes of a picture that claims a size. */
function pngOfSize(width: number, height: number): Buffer {
  const bytes = Buffer.from(pictures.png, 'base64');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b08000300020101110000ffd9', 'hex');
const webp = Buffer.concat([
  Buffer.from('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0', 'latin1'),
  Buffer.from([1, 0, 0, 2, 0, 0]),
]);

describe('a picture', () => {
  it.each([
    ['picture.png', Buffer.from(pictures.png, 'base64'), 'png', 'image/png'],
    ['picture.gif', Buffer.from(pictures.gif, 'base64'), 'gif', 'image/gif'],
    ['wrongly-named.png', jpeg, 'jpg', 'image/jpeg'],
    ['picture.webp', webp, 'webp', 'image/webp'],
  ])('is stored by its content and read back: %s', async (...[fileName, bytes, extension, mime]) => {
    const { call, host } = await newHost();
    const added = await call('assets.add', { fileName, data: bytes.toString('base64') });
    expect(added).toEqual({
      asset: expect.stringMatching(`^[0-9a-f]{64}\\.${extension}$`),
      width: 2,
      height: 3,
    });
    const read = await host.readAsset(added.asset);
    expect(read?.mime).toBe(mime);
    expect(Buffer.from(read?.bytes ?? []).equals(bytes)).toBe(true);
  });

  it.each(['../library.json', 'nothing.png', '', `${'0'.repeat(64)}.png`])(
    'is not there: %j',
    async (name) => {
      expect(await (await newHost()).host.readAsset(name)).toBeNull();
    },
  );

  it.each([
    ['drawing.svg', Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'file-wrong-type', 'SVG'],
    ['page.png', Buffer.from('<!doctype html>'), 'file-wrong-type', 'not a picture'],
    ['empty.png', Buffer.alloc(0), 'file-wrong-type', 'not a picture'],
    ['cut.png', Buffer.from(pictures.png, 'base64').subarray(0, 20), 'file-wrong-type', 'not a picture'],
    ['vast.png', pngOfSize(100_000, 100_000), 'file-too-large', '50 million'],
  ])('is refused with the reason: %s', async (...[fileName, bytes, code, reason]) => {
    const { call } = await newHost();
    await expect(call('assets.add', { fileName, data: bytes.toString('base64') })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(reason),
      next: expect.any(String),
    });
  });

  it('is never misread, whatever the bytes', () => {
    const heads = [...Object.values(pictures).map((data) => Buffer.from(data, 'base64')), jpeg, webp];
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.nat(40),
        fc.uint8Array({ maxLength: 60 }),
        (...[head, cut, rest]) => {
          const image = sniffImage(Buffer.concat([head.subarray(0, cut), rest]));
          expect(image === null || (image.width > 0 && image.height > 0)).toBe(true);
        },
      ),
    );
  });
});
