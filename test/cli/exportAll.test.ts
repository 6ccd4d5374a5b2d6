import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newHost, newLibraryFolder } from '../host/newHost';
import { runCli, startCli } from './runCli';

/** A library of so many narratives, given up again, and an empty folder to export into. */
async function libraryOf(count: number) {
  const { call, host, folder } = await newHost();
  for (let number = 1; number <= count; number += 1)
    await call('narratives.create', { name: `Plan ${number}` });
  await host.close();
  const out = join(await newLibraryFolder(), 'all');
  await mkdir(out);
  const args = (format: string) => ['export', '--all', '--to', format, '--out', out, '--library', folder];
  return { folder, out, args };
}

describe('dateline export --all', () => {
  it('goes on after a damaged file, names it, and tells how far it is', async () => {
    const { folder, out, args } = await libraryOf(2);
    await writeFile(join(folder, 'narratives', 'broken-1234567.json'), '{"format":"dateline", half');
    const { code, stdout, stderr } = await runCli(args('md'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/of 3: broken-1234567: This file/);
    expect(stderr.match(/^[123] of 3: /gm)).toHaveLength(3);
    expect(stdout.trim().split('\n').sort()).toEqual([
      join(out, 'Plan-1-draft-1.md'),
      join(out, 'Plan-2-draft-1.md'),
    ]);
    expect(await readdir(out)).toHaveLength(2);
  });

  it('leaves files that are there as they were, each told, unless --force says otherwise', async () => {
    const { out, args } = await libraryOf(2);
    await writeFile(join(out, 'Plan-1-draft-1.html'), 'mine');
    const first = await runCli(args('html'));
    expect(first.code).toBe(1);
    expect(first.stderr).toMatch(/: "[^"]*Plan-1-draft-1\.html" is there already and was left as it is\./);
    expect(await runCli([...args('html'), '--force'])).toMatchObject({ code: 0 });
  });

  it('tells programs how far it is where they ask for it, and nobody where they do not', async () => {
    const { args } = await libraryOf(2);
    const { stderr } = await runCli([...args('txt'), '--progress', 'json']);
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { done: 1, total: 2, exported: { warnings: [] } },
      { done: 2, total: 2 },
    ]);
    expect(await runCli([...args('txt'), '--progress', 'none', '--force'])).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  it('stops in good order at Ctrl C, with whole files only', { timeout: 60_000 }, async () => {
    const { out, args } = await libraryOf(12);
    const child = await startCli([...args('pdf'), '--json']);
    let told = '';
    child.stderr?.on('data', (data: Buffer) => {
      if (told === '') child.kill('SIGINT');
      told += data.toString();
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    const [, exported = '0'] =
      /Stopped\. (\d+) of 12 are exported; no half file is left\.\n$/.exec(told) ?? [];
    expect({ code, files: await readdir(out) }).toEqual({ code: 1, files: expect.any(Array) });
    expect(await readdir(out)).toHaveLength(Number(exported));
    expect(Number(exported)).toBeGreaterThan(0);
    for (const name of await readdir(out)) expect(name).toMatch(/^Plan-\d+-draft-1\.pdf$/);
  });
});
