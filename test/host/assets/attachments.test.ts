import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../core/api/client';
import { defaultExportOptions, type ExportFormat } from '../../../core/api/shapes';
import { attachmentLimitBytes } from '../../../core/evidence/attachedFile';
import { collectClaims } from '../../../core/evidence/collectClaims';
import type { NarrativeId } from '../../../core/narrative/meta';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { evidenceMap } from '../../../core/narrative/recordMaps';
import { openWindow } from '../editor';
import { newHost, newLibraryFolder } from '../newHost';

const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADklEQVR4nGNgQAOkAAAnAAGRFvEFAAAAAElFTkSuQmCC',
  'base64',
);
const report = Buffer.from('%PDF-1.4 fourteen interviews');
const table = Buffer.from('<script>alert(1)</script>,days\nLeeds,6\n');

const claims = [
  ['c1', 'known', 'Six days.', { name: 'report.pdf', bytes: report }],
  ['c2', 'heard', 'Nobody answers.', { name: 'note.png', bytes: png }],
  ['c3', 'assumed', 'Thirty pounds.', { name: 'table.html', bytes: table }],
] as const;

/** A narrative whose claims carry files, made the way a window makes it. */
async function withFiles(options: Parameters<typeof newHost>[0] = {}) {
  const test = await newHost(options);
  const line = claims.map(([id, , words]) => `${words}[^${id}]`).join(' ');
  const notes = claims.map(
    ([id, state, words]) =>
      `[^${id}]: x <!-- dateline evidence ${JSON.stringify({ id, state, what: `Source ${id}`, words: [words] })} -->`,
  );
  const markdown = ['---\ndateline: 1\n---', '# Launch plan', line, ...notes].join('\n\n');
  const { id } = await test.call('imports.run', { fileName: 'a.md', data: base64(markdown), job: 'job-0' });
  const window = await openWindow(test.call, id, 'one');
  for (const [card, , , { name, bytes }] of claims) {
    const attached = await test.call('assets.attach', { fileName: name, data: base64(bytes) });
    const records = evidenceMap(window.doc);
    records.set(card, { ...(records.get(card) as object), ...attached });
  }
  await window.save();
  return { ...test, id };
}

async function cardsOf(call: Call, id: NarrativeId) {
  const { state } = await call('narratives.open', { id });
  return collectClaims(readNarrativeDoc(decodeNarrativeDoc(Buffer.from(state, 'base64'))));
}

function run(call: Call, id: NarrativeId, format: ExportFormat) {
  return call('exports.run', { id, format, options: defaultExportOptions, job: `job-${format}` });
}

/** Every file of the claims, as a person gets it from the card. */
async function expectFiles(call: Call, id: NarrativeId): Promise<void> {
  const found = await cardsOf(call, id);
  expect(found.claims.map(({ words, record }) => [record?.id, record?.state, words])).toEqual(
    claims.map(([card, state, words]) => [card, state, words]),
  );
  for (const [index, [, , , { name, bytes }]] of claims.entries()) {
    const record = found.claims[index]?.record;
    expect(record?.file).toMatchObject({ name, size: bytes.length });
    const saved = await call('assets.save', { asset: record?.asset ?? '', fileName: name });
    expect(Buffer.from(saved.data ?? '', 'base64').equals(bytes)).toBe(true);
  }
}

describe('a file of a source card', () => {
  it('is kept by its content, known by its name, and handed out as a download', async () => {
    const { call, folder } = await newHost();
    const { asset, file } = await call('assets.attach', {
      fileName: 'C:\\a\\report.pdf',
      data: base64(report),
    });
    expect(asset).toMatch(/^[0-9a-f]{64}\.bin$/);
    expect(file).toEqual({ name: 'report.pdf', size: report.length, mime: 'application/pdf' });
    expect((await readFile(join(folder, 'assets', asset))).equals(report)).toBe(true);
    expect(await call('assets.save', { asset, fileName: '../../report.pdf' })).toEqual({
      fileName: 'report.pdf',
      mime: 'application/octet-stream',
      data: base64(report),
      savedTo: null,
    });
  });

  it('is never served to a page, whatever it says it is, unless it is a picture', async () => {
    const { call, host } = await newHost();
    for (const fileName of ['page.html', 'drawing.svg', 'picture.png']) {
      const { asset } = await call('assets.attach', { fileName, data: base64('<svg onload="alert(1)"/>') });
      expect(await host.readAsset(asset)).toBeNull();
    }
    const { asset } = await call('assets.attach', { fileName: 'wrong.txt', data: base64(png) });
    expect(await host.readAsset(asset)).toMatchObject({ mime: 'image/png' });
  });

  it('is saved where the person chose, or nowhere', async () => {
    const target = join(await newLibraryFolder(), 'my report.pdf');
    const answers = [target, null];
    const { call } = await newHost({ ports: { saveDialog: async () => answers.shift() ?? null } });
    const { asset } = await call('assets.attach', { fileName: 'report.pdf', data: base64(report) });
    const save = () => call('assets.save', { asset, fileName: 'report.pdf' });
    expect(await save()).toMatchObject({ data: null, savedTo: target });
    expect((await readFile(target)).equals(report)).toBe(true);
    expect(await save()).toMatchObject({ data: null, savedTo: null });
  });

  it('is refused with its size, and kept at the limit', async () => {
    const { call } = await newHost();
    const attach = (size: number) =>
      call('assets.attach', { fileName: 'big.zip', data: base64(Buffer.alloc(size, 7)) });
    await expect(attach(attachmentLimitBytes + 1)).rejects.toMatchObject({
      code: 'file-too-large',
      message: '“big.zip” has 10.0 MB; a source card takes files of up to 10.0 MB.',
      next: expect.stringContaining('link'),
    });
    await expect(attach(0)).rejects.toMatchObject({ code: 'file-wrong-type', next: expect.any(String) });
    expect((await attach(attachmentLimitBytes)).file.size).toBe(attachmentLimitBytes);
  });

  it('says so when it is gone or was changed on the disk', async () => {
    const { call, folder } = await newHost();
    const { asset } = await call('assets.attach', { fileName: 'report.pdf', data: base64(report) });
    const save = () => call('assets.save', { asset, fileName: 'report.pdf' });
    await writeFile(join(folder, 'assets', asset), 'something else');
    await expect(save()).rejects.toMatchObject({
      code: 'file-damaged',
      message: expect.stringMatching(/“report.pdf” was changed/),
    });
    await rm(join(folder, 'assets', asset));
    await expect(save()).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringMatching(/“report.pdf” is not in the library any more/),
      next: expect.stringContaining('Attach it again'),
    });
    await expect(call('assets.save', { asset: '../library.json', fileName: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('files of source cards on their way', () => {
  it('come along in a .dateline file, each once, cards intact', async () => {
    const from = await withFiles();
    const { data, fileName, warnings } = await run(from.call, from.id, 'dateline');
    expect(warnings).toEqual([]);
    const to = await newHost();
    const imported = await to.call('imports.run', { fileName, data: data ?? '', job: 'job-1' });
    expect(imported.doubts).toEqual([]);
    expect((await readdir(join(to.folder, 'assets'))).sort()).toEqual(
      (await readdir(join(from.folder, 'assets'))).sort(),
    );
    await expectFiles(to.call, imported.id);
  });

  it('belong to a duplicate, too', async () => {
    const { call, id } = await withFiles();
    await expectFiles(call, (await call('narratives.duplicate', { id })).id);
  });

  it('are named in every footnote; one that is missing is said to be, and told', async () => {
    const { call, id, folder } = await withFiles();
    const { claims: found } = await cardsOf(call, id);
    await rm(join(folder, 'assets', found[0]?.record?.asset ?? ''));
    for (const format of ['html', 'md', 'pdf', 'dateline'] as const) {
      const { data, warnings } = await run(call, id, format);
      expect(warnings).toContainEqual({
        code: 'missing-file',
        message: 'An attached file (report.pdf) is missing; its source says so.',
      });
      if (format === 'pdf' || format === 'dateline') continue;
      const text = Buffer.from(data ?? '', 'base64').toString('utf8');
      expect(text).toContain('Known: Source c1. Attached: report.pdf (the file is missing).');
      expect(text).toContain('Heard: Source c2. Attached: note.png.');
    }
  });

  it('are told as a doubt where a text names them and cannot hold them', async () => {
    const { call, id } = await withFiles();
    const { data } = await run(call, id, 'md');
    const other = await newHost();
    const imported = await other.call('imports.run', { fileName: 'a.md', data: data ?? '', job: 'job-1' });
    expect(imported.doubts.filter((doubt) => doubt.includes('did not come along'))).toHaveLength(3);
    const { claims: found } = await cardsOf(other.call, imported.id);
    expect(found.map(({ record }) => record?.file?.name)).toEqual(['report.pdf', 'note.png', 'table.html']);
  });

  it('are left out of an import when they are not what their name says', async () => {
    const from = await withFiles();
    const { data } = await run(from.call, from.id, 'dateline');
    const entries = unzipSync(Buffer.from(data ?? '', 'base64'));
    for (const name of Object.keys(entries)) if (name.endsWith('.bin')) entries[name] = strToU8('swapped');
    const to = await newHost();
    const swapped = base64(zipSync(entries));
    const { doubts } = await to.call('imports.run', { fileName: 'a.dateline', data: swapped, job: 'job-1' });
    expect(doubts).toContain('An attached file is not the one that was stored. It was left out.');
    expect((await readdir(join(to.folder, 'assets'))).map((name) => name.slice(-4))).toEqual(['.png']);
  });
});
