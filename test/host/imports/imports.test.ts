import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../../core/api/shapes';
import { openWindow } from '../editor';
import { newHost } from '../newHost';

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

describe('a file given to the app from outside', () => {
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
