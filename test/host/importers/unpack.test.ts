import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { UnpacksToTooMuch, unpack } from '../../../host/importers/unpack';

const limits = { entries: 10, inflatedBytes: 1_000_000, isWanted: (name: string) => name.endsWith('.json') };

it('unpacks what is wanted and counts the rest', () => {
  const zip = zipSync({
    'a.json': strToU8('{}'),
    'b.json': [strToU8('[]'), { level: 0 }],
    'c.txt': strToU8('c'),
  });
  const { files, ignored } = unpack(zip, limits);
  expect([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['a.json', '{}'],
    ['b.json', '[]'],
  ]);
  expect(ignored).toBe(1);
});

it('stops at the bytes that are really unpacked, whatever sizes the zip declares', () => {
  const size = 3_000_000;
  const bomb = Buffer.from(zipSync({ 'a.json': new Uint8Array(size) }));
  const declared = Buffer.alloc(4);
  declared.writeUInt32LE(size);
  const places = [bomb.indexOf(declared), bomb.lastIndexOf(declared)];
  expect(places[0]).toBeLessThan(places[1] ?? 0);
  for (const at of places) bomb.writeUInt32LE(2, at);
  expect(() => unpack(bomb, limits)).toThrow(UnpacksToTooMuch);
  expect(unpack(bomb, { ...limits, isWanted: () => false }).files.size).toBe(0);
});

it('refuses a zip that was cut short', () => {
  const zip = zipSync({ 'a.json': strToU8('{}') });
  expect(() => unpack(zip.subarray(0, zip.length - 10), limits)).toThrow();
});
