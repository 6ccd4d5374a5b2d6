import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { defaultExportOptions, type ExportFormat } from '../../../core/api/shapes';
import { partFragment } from '../../../core/narrative/narrativeDoc';
import { readRecords, screensMap } from '../../../core/narrative/recordMaps';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { openWindow } from '../editor';
import { newHost, type TestHost } from '../newHost';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAADklEQVR42mP4DwYMKBQAvFgR706hsM4AAAAASUVORK5CYII=';
const sceneOf = (words: string) =>
  JSON.stringify({ type: 'excalidraw', elements: [{ type: 'text', words }] });
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L1 1"/></svg>';

/** What kinds of pictures a Word document holds. */
const mediaOf = (bytes: Uint8Array) =>
  Object.keys(unzipSync(bytes))
    .filter((name) => name.startsWith('word/media/'))
    .map((name) => name.split('.').at(-1))
    .sort();

/** A narrative with a screen that was drawn twice. */
async function withScreen(host: TestHost, drawing = svg) {
  const keep = async (words: string) => {
    const scene = Buffer.from(sceneOf(words)).toString('base64');
    return (await host.call('screens.keep', { scene, svg: drawing, png })).picture;
  };
  const [first, second] = [await keep('first'), await keep('second')];
  const { id } = await host.call('narratives.create', { name: 'Fairmend' });
  const window = await openWindow(host.call, id, 'one');
  const savedAt = '2026-11-01T10:00:00.000Z';
  const record: ScreenRecord = {
    ...{ id: 'pay', title: 'Pay', alt: 'One button', template: '', hotspots: [], follows: '' },
    picture: { ...second, width: 390 },
    versions: [{ ...first, savedAt, savedBy: 'Ines' }],
    ...{ changedAt: savedAt, changedBy: 'Ines' },
  };
  screensMap(window.doc).set('pay', record);
  const node = new Y.XmlElement('screen');
  node.setAttribute('id', 'pay');
  partFragment(window.doc, 'plan').push([node]);
  await window.save();
  const run = async (format: ExportFormat) => {
    const exported = await host.call('exports.run', {
      id,
      format,
      options: defaultExportOptions,
      job: 'job-1',
    });
    return { ...exported, bytes: Buffer.from(exported.data ?? '', 'base64') };
  };
  return { id, record, run };
}

describe('a screen', () => {
  it('comes into the file in the size that it was drawn in', async () => {
    const { run } = await withScreen(await newHost());
    const { bytes, warnings } = await run('html');
    expect(warnings).toEqual([]);
    expect(bytes.toString()).toContain('alt="One button" width="390" height="585"');
    const docx = await run('docx');
    expect(docx).toMatchObject({ warnings: [], fileName: 'Fairmend-draft-1.docx' });
    expect(mediaOf(docx.bytes)).toEqual(['png', 'svg']);
    expect((await run('pdf')).warnings).toEqual([]);
  });

  it('stays a picture in a Word document where its words need our fonts', async () => {
    const { run } = await withScreen(
      await newHost(),
      svg.replace('<path d="M0 0L1 1"/>', '<text x="0" y="0" font-family="Excalifont">Pay</text>'),
    );
    expect(mediaOf((await run('docx')).bytes)).toEqual(['png']);
  });

  it('takes its drawing along in a .dateline file, earlier ones and what can be drawn on, too', async () => {
    const { record, run } = await withScreen(await newHost());
    const { fileName, data } = await run('dateline');
    const to = await newHost();
    const { id } = await to.call('imports.run', { fileName, data: data ?? '', job: 'job-2' });
    const { doc } = await openWindow(to.call, id, 'two');
    expect(readRecords(doc).screens).toEqual({ pay: record });
    for (const [drawing, words] of [
      [record.picture, 'second'],
      [record.versions[0], 'first'],
    ] as const) {
      const { scene } = await to.call('screens.scene', { asset: drawing?.scene ?? '' });
      expect(scene).toBe(sceneOf(words));
      expect(await readdir(join(to.folder, 'assets'))).toEqual(
        expect.arrayContaining([drawing?.svg, drawing?.png]),
      );
    }
  });

  it('is named in every format when its picture was deleted on the disk', async () => {
    const host = await newHost();
    const { record, run } = await withScreen(host);
    await rm(join(host.folder, 'assets', record.picture?.png ?? ''));
    for (const format of ['pdf', 'docx', 'html', 'md', 'dateline'] as const) {
      const { warnings } = await run(format);
      expect(warnings.map(({ code }) => code)).toContain('missing-picture');
    }
    expect((await run('md')).bytes.toString()).toContain('The screen “Pay” is missing');
  });
});
