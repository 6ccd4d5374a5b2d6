import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { defaultExportOptions } from '../../../core/api/shapes';
import { decodeNarrativeFile } from '../../../core/format/narrativeFile';
import { partFragment } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import { exportPackage } from '../../../host/exporters/exportPackage';
import { newNarrativeFile } from '../../../host/narratives/sharedNarrative';
import { layoutOf } from '../../../storage/layout';
import { exportDocument, meta, sampleContent } from '../../core/export/sampleNarrative';
import { openWindow } from '../editor';
import { newHost, templates } from '../newHost';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADklEQVR4nGNgQAOkAAAnAAGRFvEFAAAAAElFTkSuQmCC';

describe('an import', () => {
  it('becomes a new narrative and says what landed where', async () => {
    const { call, eventsNamed } = await newHost();
    const data = base64('# Press release\n\n## Problem\n\nNobody answers.\n');
    const imported = await call('imports.run', { fileName: 'notes.md', data, job: 'job-1' });
    expect(imported.parts).toContainEqual({ part: 'release', section: 'problem', blocks: 1 });
    expect((await openWindow(call, imported.id, 'one')).text('release')).toBe('Nobody answers.');
    expect(eventsNamed('job.progress').map(({ job }) => job)).toContain('job-1');
  });

  it.each([
    ['page.docx', base64('PK'), 'file-wrong-type'],
    ['cut.docx', base64('PK\u0003\u0004 cut'), 'file-damaged'],
    [
      'latin.md',
      Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0xff, 0xfe, 0x00]).toString('base64'),
      'file-not-text',
    ],
    ['cut.dateline', base64('PK\u0003\u0004 cut'), 'file-damaged'],
  ])('is refused with the next step, and leaves nothing behind: %s', async (...[fileName, data, code]) => {
    const { call } = await newHost();
    await expect(call('imports.run', { fileName, data, job: 'job-1' })).rejects.toMatchObject({
      code,
      next: expect.any(String),
    });
    const list = await call('library.list', { stage: 'all', sort: 'edited', offset: 0, limit: 1 });
    expect(list.total).toBe(0);
  });

  it('is called by its file where it has no heading', async () => {
    const { call } = await newHost();
    const data = Buffer.from('## FAQ\n\n### What does it cost?\n\nNothing.\n').toString('base64');
    await call('imports.run', { fileName: 'Harbour questions.md', data, job: 'job-name' });
    const list = await call('library.list', { stage: 'all', sort: 'edited', offset: 0, limit: 5 });
    expect(list.items.map(({ heading }) => heading)).toEqual(['Harbour questions']);
  });

  it('stops when it is cancelled', async () => {
    const { call, host } = await newHost();
    host.onEvent((message) => {
      if (message.event === 'job.progress') void call('jobs.cancel', { job: 'job-1' });
    });
    const importing = call('imports.run', { fileName: 'notes.md', data: base64('Words.'), job: 'job-1' });
    await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('brings a whole narrative from one library to another, pictures too', async () => {
    const from = await newHost();
    const { asset } = await from.call('assets.add', { fileName: 'wall.png', data: png });
    const { id } = await from.call('narratives.create', { name: 'Fairmend', brief: { customer: 'Menders' } });
    const options = { ...defaultExportOptions };
    const exported = await from.call('exports.run', { id, format: 'dateline', options, job: 'job-1' });

    const to = await newHost();
    const data = exported.data ?? '';
    const imported = await to.call('imports.run', { fileName: exported.fileName, data, job: 'job-1' });
    expect((await openWindow(to.call, imported.id, 'one')).text('brief')).toBe('Menders');
    expect((await to.call('narratives.open', { id: imported.id })).meta.name).toBe('Fairmend');
    expect(asset).toMatch(/\.png$/);
  });
});

describe('a copy sent as a .dateline file', () => {
  async function copied() {
    const from = await newHost();
    const { id } = await from.call('narratives.create', { name: 'Fairmend' });
    const author = await openWindow(from.call, id, 'author');
    author.type('plan', 'Tell the harbour master.');
    await author.save();
    const options = { ...defaultExportOptions, parts: [] };
    const { data, fileName } = await from.call('exports.run', {
      id,
      format: 'dateline',
      options,
      job: 'job-1',
    });
    const take = (call: typeof from.call, as?: 'new') =>
      call('imports.run', { fileName, data: data ?? '', job: 'job-2', ...(as ? { as } : {}) });
    return { from, id, author, take };
  }

  it('is the same document, so that places in it are found again', async () => {
    const { id, author, take } = await copied();
    const words = partFragment(author.doc, 'plan').get(1) as Y.XmlElement;
    const place = Y.createRelativePositionFromTypeIndex(words.get(0) as Y.XmlText, 9);
    const to = await newHost();
    expect((await take(to.call)).id).toBe(id);
    const reader = await openWindow(to.call, id, 'reader');
    expect(Y.encodeStateAsUpdateV2(reader.doc)).toEqual(Y.encodeStateAsUpdateV2(author.doc));
    const found = Y.createAbsolutePositionFromRelativePosition(place, reader.doc);
    expect(found?.index).toBe(9);
    expect(found?.type.toString()).toBe('Tell the harbour master.');
  });

  it('merges with the original without doubling what both had', async () => {
    const { id, author, take } = await copied();
    const to = await newHost();
    await take(to.call);
    const reader = await openWindow(to.call, id, 'reader');
    reader.type('plan', 'Ask the crew too.');
    author.type('plan', 'Then sail.');
    Y.applyUpdateV2(author.doc, Y.encodeStateAsUpdateV2(reader.doc));
    Y.applyUpdateV2(reader.doc, Y.encodeStateAsUpdateV2(author.doc));
    expect(author.text('plan')).toBe(reader.text('plan'));
    const lines = author.text('plan').split('\n');
    expect(lines.slice(0, 1)).toEqual(['Tell the harbour master.']);
    expect(lines.slice(1).sort()).toEqual(['Ask the crew too.', 'Then sail.']);
  });

  it('brings its review records', async () => {
    const file = newNarrativeFile(meta, sampleContent());
    const review = { comments: [{ id: 'c1' }] };
    const { bytes } = exportPackage(exportDocument(file.content, { shared: { yjs: file.yjs, review } }));
    const to = await newHost();
    const { id } = await to.host.importFile({ fileName: 'a.dateline', bytes, path: null });
    const stored = decodeNarrativeFile(await readFile(layoutOf(to.folder).narrative(meta.id), 'utf8'));
    expect({ id, yjs: stored.yjs, review: stored.review }).toEqual({ id: meta.id, yjs: file.yjs, review });
  });

  it('gets an id of its own where the original is and that is asked for, or where it is in the trash', async () => {
    const { from, id, take } = await copied();
    const beside = (await take(from.call, 'new')).id;
    expect(beside).not.toBe(id);
    expect((await openWindow(from.call, beside, 'one')).text('plan')).toBe('Tell the harbour master.');
    const to = await newHost();
    await take(to.call);
    await to.call('narratives.trash', { id });
    expect((await take(to.call)).id).not.toBe(id);
  });
});

describe('a file given to the app from outside', () => {
  it('is let go when the app is closed', async () => {
    const { host, folder } = await newHost();
    await writeFile(join(folder, 'long.md'), 'Some *words* here.\n\n'.repeat(500_000));
    const begun = new Promise<void>((resolve) =>
      host.onEvent(({ event }) => event === 'job.progress' && resolve()),
    );
    const opening = host.openFile(join(folder, 'long.md'));
    const refused = expect(opening).rejects.toMatchObject({ code: 'cancelled' });
    await begun;
    await host.close();
    await refused;
  });

  it('brings the pictures that lie beside it', async () => {
    const { host, call, eventsNamed } = await newHost();
    await host.openFile(join(templates, 'samples', 'consumer-app.md'));
    const [shown] = eventsNamed('narrative.show');
    const options = { ...defaultExportOptions, parts: [...partKeys] };
    const exported = await call('exports.run', {
      id: shown?.id ?? '',
      format: 'html',
      options,
      job: 'job-1',
    });
    expect(exported.warnings).toEqual([]);
    expect(
      Buffer.from(exported.data ?? '', 'base64')
        .toString()
        .match(/<img /g),
    ).toHaveLength(9);
  });

  it('is imported and shown', async () => {
    const { host, call, folder, eventsNamed } = await newHost();
    await mkdir(join(folder, 'given'));
    await writeFile(join(folder, 'given', 'plan.txt'), 'Tell the harbour master.');
    await host.openFile(join(folder, 'given', 'plan.txt'));
    const [shown] = eventsNamed('narrative.show');
    expect(shown && (await call('narratives.open', shown)).meta.id).toBe(shown?.id);
  });

  it.each([
    ['nowhere.md', 'not-found'],
    ['.', 'file-wrong-type'],
  ])('is refused with a reason: %s', async (name, code) => {
    const { host, folder } = await newHost();
    await expect(host.openFile(join(folder, name))).rejects.toMatchObject({ code });
  });
});
