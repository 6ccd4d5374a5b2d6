import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../../core/api/shapes';
import { openWindow } from '../editor';
import { newHost, newLibraryFolder } from '../newHost';

const options = defaultExportOptions;

async function withWords(ports: Parameters<typeof newHost>[0] = {}) {
  const test = await newHost(ports);
  const { id } = await test.call('narratives.create', { name: 'Fairmend' });
  const window = await openWindow(test.call, id, 'one');
  window.type('plan', 'Tell *everyone* <b>twice</b>.');
  await window.save();
  return { ...test, id };
}

describe('an export', () => {
  it('hands the file to shells that have no save dialog', async () => {
    const { call, id } = await withWords();
    const exported = await call('exports.run', { id, format: 'md', options, job: 'job-1' });
    expect(exported).toMatchObject({ mime: 'text/markdown', savedTo: null });
    expect(exported.fileName).toMatch(/\.md$/);
    expect(Buffer.from(exported.data ?? '', 'base64').toString()).toContain('Tell');
  });

  it('writes the file where the person chose', async () => {
    const folder = await newLibraryFolder();
    const target = join(folder, 'out.html');
    const { call, id } = await withWords({ ports: { saveDialog: async () => target } });
    const exported = await call('exports.run', { id, format: 'html', options, job: 'job-1' });
    expect(exported).toMatchObject({ data: null, savedTo: target });
    expect(await readFile(target, 'utf8')).toContain('&lt;b&gt;twice');
    expect(await readdir(folder)).toEqual(['out.html']);
  });

  it('writes nothing when the dialog is closed', async () => {
    const { call, id } = await withWords({ ports: { saveDialog: async () => null } });
    const exported = await call('exports.run', { id, format: 'md', options, job: 'job-1' });
    expect(exported).toMatchObject({ data: null, savedTo: null });
  });

  it.each(['pdf', 'docx'] as const)(
    'that is stopped asks for no place and writes nothing: %s',
    async (format) => {
      const folder = await newLibraryFolder();
      let wasAsked = false;
      const saveDialog = async () => {
        wasAsked = true;
        return join(folder, `out.${format}`);
      };
      const { call, id } = await withWords({ ports: { saveDialog } });
      const running = call('exports.run', { id, format, options, job: 'job-1' });
      await call('jobs.cancel', { job: 'job-1' });
      await expect(running).rejects.toMatchObject({ code: 'cancelled' });
      expect({ wasAsked, files: await readdir(folder) }).toEqual({ wasAsked: false, files: [] });
    },
  );

  it('says so when the chosen folder is gone', async () => {
    const target = join(await newLibraryFolder(), 'gone', 'out.md');
    const { call, id } = await withWords({ ports: { saveDialog: async () => target } });
    await expect(call('exports.run', { id, format: 'md', options, job: 'job-1' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('knows the pages as they would be printed', async () => {
    const { call, id } = await withWords();
    const preview = await call('exports.preview', { id, options, page: 1 });
    expect(preview).toMatchObject({ page: 1, svg: expect.stringContaining('<svg') });
    expect(await call('narratives.gauge', { id })).toMatchObject({
      releasePages: 1,
      secondPageSection: null,
      releaseBreaks: [],
    });
  });
});
