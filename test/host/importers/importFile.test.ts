import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importLimitBytes } from '../../../core/api/contract';
import { exportPackage } from '../../../host/exporters/exportPackage';
import { importFile } from '../../../host/importers/importFile';
import { documentedExample, exportDocument, sampleContent } from '../../core/export/sampleNarrative';

const read = (fileName: string, data: string | Uint8Array) =>
  importFile({ fileName, bytes: typeof data === 'string' ? Buffer.from(data, 'utf8') : data });

const picture = { bytes: new Uint8Array([137, 80, 78, 71]), mime: 'image/png' as const, width: 1, height: 1 };
const packed = () =>
  exportPackage(exportDocument(sampleContent(), { assets: new Map([['film-the-plate.png', picture]]) }))
    .bytes;

describe('importing text', () => {
  it('reads our own Markdown, with or without a byte order mark, and UTF-16', async () => {
    const markdown = documentedExample();
    const expected = sampleContent();
    expect((await read('a.md', markdown)).content).toEqual(expected);
    expect((await read('a.MD', `\ufeff${markdown}`)).content).toEqual(expected);
    expect((await read('a.md', Buffer.from(`\ufeff${markdown}`, 'utf16le'))).content).toEqual(expected);
    expect((await read('a.md', markdown.replaceAll('\n', '\r\n'))).content).toEqual(expected);
  });

  it('says that pictures did not come along', async () => {
    const { doubts } = await read('a.md', documentedExample());
    expect(doubts).toEqual([
      'The text shows a picture that is not in the file. Drop it in again where the note stands.',
    ]);
  });

  it('names a text without a title after its file', async () => {
    expect((await read('harbour notes.txt', 'a line that ends.')).title).toBe('harbour notes');
    expect((await read('harbour_press-release_2.txt', 'a line that ends.')).title).toBe(
      'harbour press release 2',
    );
    expect((await read('Well-known harbour.txt', 'a line that ends.')).title).toBe('Well-known harbour');
    expect((await read('empty.md', '')).doubts).toEqual(['No words were found in this file.']);
  });

  it.each([
    ['a Word file', [0x50, 0x4b, 0x03, 0x04, 1, 2]],
    ['a PDF', [...Buffer.from('%PDF-1.7 rest')]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d]],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]],
  ])('refuses %s with a text file’s name', async (_, bytes) => {
    await expect(read('notes.md', new Uint8Array(bytes))).rejects.toMatchObject({
      code: 'file-not-text',
      message: 'This is not a text file, though its name says so. Nothing was changed.',
    });
  });

  it('refuses letters in an unknown encoding', async () => {
    await expect(read('a.txt', Buffer.from('Gr\xfc\xdfe', 'latin1'))).rejects.toMatchObject({
      code: 'file-not-text',
    });
  });

  it('refuses what is too large and says the limit', async () => {
    await expect(read('a.md', new Uint8Array(importLimitBytes + 1))).rejects.toMatchObject({
      code: 'file-too-large',
      message: 'This file has 21 MB; the limit is 20 MB. Nothing was changed.',
    });
  });

  it('reads a page in the encoding that it names, and pictures that it holds', async () => {
    const page = '<meta charset="iso-8859-1"><h1>Gr\xfc\xdfe</h1><img src="data:image/png;base64,AAAA">';
    const { title, pictures } = await read('a.htm', Buffer.from(page, 'latin1'));
    expect(title).toBe('Grüße');
    expect(pictures).toEqual([{ name: 'picture-1.png', bytes: Buffer.from('AAAA', 'base64') }]);
    expect((await read('a.html', '<h1>Grüße</h1>')).title).toBe('Grüße');
    expect((await read('a.html', Buffer.from('\ufeff<h1>Grüße</h1>', 'utf16le'))).title).toBe('Grüße');
  });

  it.each(['a.doc', 'a.pdf', 'a.exe', 'a'])('refuses %s with a sentence', async (name) => {
    await expect(read(name, 'text')).rejects.toMatchObject({ code: 'file-wrong-type' });
  });
});

describe('a .dateline file', () => {
  it('brings the whole narrative and its pictures', async () => {
    const { content, meta, pictures, doubts } = await read('a.dateline', packed());
    expect(content).toEqual(sampleContent());
    expect(meta).toMatchObject({ name: 'Fairmend', draft: 7, language: 'en-GB' });
    expect(pictures).toEqual([{ name: 'film-the-plate.png', bytes: picture.bytes }]);
    expect(doubts).toEqual([]);
  });

  it('has the same bytes when it is made again', () => {
    expect(Buffer.compare(packed(), packed())).toBe(0);
  });

  it('is refused when it was cut short, altered, or holds no narrative', async () => {
    const bytes = packed();
    await expect(read('a.dateline', bytes.slice(0, bytes.length - 40))).rejects.toMatchObject({
      code: 'file-damaged',
    });
    const files = unzipSync(bytes);
    const json = Buffer.from(files['narrative.json'] ?? []).toString('utf8');
    const altered = zipSync({ 'narrative.json': strToU8(json.replace('Fairmend', 'Fairmind')) });
    await expect(read('a.dateline', altered)).rejects.toMatchObject({ code: 'file-damaged' });
    await expect(read('a.dateline', zipSync({}))).rejects.toMatchObject({ code: 'file-damaged' });
    const newer = zipSync({ 'narrative.json': strToU8(json.replace(/"version":\d+/, '"version":99')) });
    await expect(read('a.dateline', newer)).rejects.toMatchObject({ code: 'file-from-future' });
  });

  it('takes only names that are ours', async () => {
    const files = {
      ...unzipSync(packed()),
      '../../evil.png': strToU8('x'),
      'assets/../up.png': strToU8('x'),
    };
    const { pictures, doubts } = await read('a.dateline', zipSync(files));
    expect(pictures.map(({ name }) => name)).toEqual(['film-the-plate.png']);
    expect(doubts).toHaveLength(1);
  });

  it('is refused when it holds more files than any narrative has', async () => {
    const names = Array.from({ length: 4001 }, (_, index) => [`assets/${index}.png`, new Uint8Array()]);
    const crowd = zipSync(Object.fromEntries(names));
    await expect(read('a.dateline', crowd)).rejects.toMatchObject({ code: 'file-too-large' });
  });
});
