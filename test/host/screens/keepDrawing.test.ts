import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newHost, type TestHost } from '../newHost';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADklEQVR4nGNgQAOkAAAnAAGRFvEFAAAAAElFTkSuQmCC',
  'base64',
);
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L1 1"/></svg>';
const scene = '{"type":"excalidraw","elements":[{"type":"text","text":"Größe 漢字"}]}';
const encode = (text: string | Buffer) => Buffer.from(text).toString('base64');
const drawing = { scene: encode(scene), svg, png: encode(png) };

/** The first bytes of a picture that claims a size. */
function pngOfSize(width: number, height: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const assetFolder = ({ folder }: TestHost) => join(folder, 'assets');
const storedFiles = async (host: TestHost) => (await readdir(assetFolder(host)).catch(() => [])).sort();

describe('a drawing', () => {
  it('is kept as scene, SVG and picture, and its scene is read back as it was', async () => {
    const host = await newHost();
    const { picture } = await host.call('screens.keep', drawing);
    expect(picture).toEqual({
      scene: expect.stringMatching(/^[0-9a-f]{64}\.bin$/),
      svg: expect.stringMatching(/^[0-9a-f]{64}\.svg$/),
      png: expect.stringMatching(/^[0-9a-f]{64}\.png$/),
      width: 1,
      height: 2,
    });
    expect(await host.call('screens.scene', { asset: picture.scene })).toEqual({ scene });
    expect(Buffer.from((await host.host.readAsset(picture.png))?.bytes ?? []).equals(png)).toBe(true);
  });

  it('is the same asset when it is kept twice', async () => {
    const host = await newHost();
    const first = await host.call('screens.keep', drawing);
    expect(await host.call('screens.keep', drawing)).toEqual(first);
    expect(await storedFiles(host)).toHaveLength(3);
  });

  it('may come without an SVG', async () => {
    const { picture } = await (await newHost()).call('screens.keep', { ...drawing, svg: '' });
    expect(picture.svg).toBe('');
  });

  it.each([
    ['a scene that is no JSON', { scene: encode('{"type":"excalidraw","elem') }, 'file-wrong-type'],
    ['a scene of something else', { scene: encode('{"a":1}') }, 'file-wrong-type'],
    ['a scene that is no text', { scene: encode(Buffer.from([0xff, 0xfe, 0x00])) }, 'file-wrong-type'],
    ['a picture that is none', { png: encode('<!doctype html>') }, 'file-wrong-type'],
    ['a picture of 100 million pixels', { png: encode(pngOfSize(10_000, 10_000)) }, 'file-too-large'],
    ['a GIF instead of a PNG', { png: encode('GIF89a\x02\0\x03\0\x80\0\0') }, 'file-wrong-type'],
    ['an SVG with a script', { svg: svg.replace('<path', '<script>1</script><path') }, 'unknown-content'],
  ])('is refused and leaves nothing behind: %s', async (...[_what, part, code]) => {
    const host = await newHost();
    await expect(host.call('screens.keep', { ...drawing, ...part })).rejects.toMatchObject({ code });
    expect(await storedFiles(host)).toEqual([]);
  });
});

describe('the scene of a kept drawing', () => {
  it('is said to be gone when its file was deleted, and broken when it was changed', async () => {
    const host = await newHost();
    const { picture } = await host.call('screens.keep', drawing);
    const file = join(assetFolder(host), picture.scene);
    await writeFile(file, `${scene} `);
    await expect(host.call('screens.scene', { asset: picture.scene })).rejects.toMatchObject({
      code: 'file-damaged',
      next: expect.stringContaining('earlier version'),
    });
    await rm(file);
    await expect(host.call('screens.scene', { asset: picture.scene })).rejects.toMatchObject({
      code: 'not-found',
      next: expect.stringContaining('earlier version'),
    });
  });

  it.each(['../library.json', 'nothing.bin', `${'0'.repeat(64)}.bin`])('is not there: %s', async (asset) => {
    await expect((await newHost()).call('screens.scene', { asset })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is not read from a file that is something else', async () => {
    const host = await newHost();
    const { asset } = await host.call('assets.attach', {
      fileName: 'notes.txt',
      data: encode('only words'),
    });
    await expect(host.call('screens.scene', { asset })).rejects.toMatchObject({ code: 'file-damaged' });
  });
});
