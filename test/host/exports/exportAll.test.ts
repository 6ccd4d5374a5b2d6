import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../core/api/client';
import { newHost, newLibraryFolder, type TestHost } from '../newHost';

async function withNarratives(names: readonly string[], options: Parameters<typeof newHost>[0] = {}) {
  const test = await newHost(options);
  for (const name of names) await test.call('narratives.create', { name });
  return test;
}

async function trashNamed(call: Call, name: string): Promise<void> {
  const { items } = await call('library.list', { stage: 'all', sort: 'heading', offset: 0, limit: 10 });
  for (const { meta } of items) if (meta.name === name) await call('narratives.trash', { id: meta.id });
}

describe('exporting every narrative', () => {
  it('hands out one zip where there is no dialog, and tells how far it is', async () => {
    const { call, eventsNamed } = await withNarratives(['One', 'Two', 'Two']);
    const { data, ...answer } = await call('exports.runAll', { format: 'md', job: 'job-1' });
    expect(answer).toEqual({ total: 3, exported: 3, failed: [], savedTo: null });
    const names = Object.keys(unzipSync(Buffer.from(data ?? '', 'base64'))).sort();
    expect(names).toEqual(['One-draft-1.md', 'Two-draft-1 (2).md', 'Two-draft-1.md']);
    expect(eventsNamed('job.progress').map(({ done, total }) => [done, total])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('writes into the chosen folder, and leaves what is there', async () => {
    const out = await newLibraryFolder();
    await writeFile(join(out, 'One-draft-1.txt'), 'mine');
    const { call } = await withNarratives(['One'], { ports: { folderDialog: async () => out } });
    const answer = await call('exports.runAll', { format: 'txt', job: 'job-1' });
    expect(answer).toEqual({ total: 1, exported: 1, failed: [], savedTo: out, data: null });
    expect((await readdir(out)).sort()).toEqual(['One-draft-1 (2).txt', 'One-draft-1.txt']);
  });

  it('names one that fails and goes on with the others', async () => {
    const out = await newLibraryFolder();
    const test: TestHost = await withNarratives(['One', 'Lost', 'Two'], {
      ports: {
        // Somebody throws one away while the dialog is open.
        folderDialog: async () => {
          await trashNamed(test.call, 'Lost');
          return out;
        },
      },
    });
    const answer = await test.call('exports.runAll', { format: 'html', job: 'job-1' });
    expect(answer).toMatchObject({ total: 3, exported: 2, failed: [{ name: 'Lost' }] });
    expect((await readdir(out)).sort()).toEqual(['One-draft-1.html', 'Two-draft-1.html']);
  });

  it('writes nothing when the dialog is closed, and stops when it is asked to', async () => {
    const closed = await withNarratives(['One'], { ports: { folderDialog: async () => null } });
    const answer = await closed.call('exports.runAll', { format: 'md', job: 'job-1' });
    expect(answer).toMatchObject({ exported: 0, savedTo: null, data: null });
    const out = await newLibraryFolder();
    const test = await withNarratives(['One', 'Two'], { ports: { folderDialog: async () => out } });
    test.host.onEvent(({ event }) => {
      if (event === 'job.progress') void test.call('jobs.cancel', { job: 'job-2' });
    });
    await expect(test.call('exports.runAll', { format: 'pdf', job: 'job-2' })).rejects.toMatchObject({
      code: 'cancelled',
    });
    for (const name of await readdir(out)) expect(name).toMatch(/^(One|Two)-draft-1\.pdf$/);
  });
});
