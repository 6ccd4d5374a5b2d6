import { describe, expect, it } from 'vitest';
import { logoLimitBytes } from '../../../core/api/contract';
import { checkLogo, readLogo } from '../../../host/assets/logo';
import { tinyPng } from '../../core/export/threadedNarrative';

const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`);

describe('a logo', () => {
  it('is a PNG, or an SVG with nothing in it but what draws', () => {
    expect(checkLogo('logo.png', tinyPng)).toMatchObject({ extension: 'png', bytes: tinyPng });
    const { extension, bytes, asset } = checkLogo('logo.svg', svg('<path d="M0 0h9v9z"/>'));
    expect({ extension, asset }).toEqual({
      extension: 'svg',
      asset: expect.stringMatching(/^[0-9a-f]{64}\.svg$/),
    });
    expect(Buffer.from(bytes).toString()).toContain('<path d="M0 0h9v9z"/>');
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>'), /has more in it than shapes/],
    [
      'a picture from elsewhere',
      svg('<image href="https://example.org/a.png"/>'),
      /has more in it than shapes/,
    ],
    ['half a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'), /has more in it than shapes/],
    ['a GIF', Buffer.from('GIF89a\x02\x00\x02\x00\x00\x00\x00;', 'latin1'), /not a logo that can be printed/],
    ['a text', Buffer.from('Not a picture'), /not a logo that can be printed/],
    ['a file that is too large', new Uint8Array(logoLimitBytes + 1), /larger than 2 MB/],
  ])('is not %s', (_, bytes, told) => {
    expect(() => checkLogo('logo', bytes)).toThrow(told);
  });

  it('is read again as it was checked, and null when it is gone or was changed', async () => {
    const { asset, bytes } = checkLogo('logo.png', tinyPng);
    const stored = (kept: Uint8Array | null) => ({ readAsset: async () => kept });
    expect(await readLogo({ asset, alt: '' }, stored(bytes))).toMatchObject({ mime: 'image/png' });
    expect(await readLogo({ asset, alt: '' }, stored(null))).toBeNull();
    expect(await readLogo({ asset, alt: '' }, stored(Buffer.from('changed')))).toBeNull();
    expect(await readLogo(null, stored(bytes))).toBeNull();
  });
});
