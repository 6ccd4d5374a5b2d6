import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newLibraryFolder } from '../host/newHost';
import { runCli } from './runCli';

async function draft() {
  const folder = await newLibraryFolder();
  await writeFile(join(folder, 'draft.md'), '# Launch plan\n\nBegin in May.\n');
  await writeFile(
    join(folder, 'logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
  );
  return folder;
}

describe('dateline export of a reading copy', () => {
  it('prints a logo and the name of the version', async () => {
    const folder = await draft();
    const args = ['export', join(folder, 'draft.md'), '--to', 'pdf', '--layout', 'reading', '--out', folder];
    const flags = ['--logo', join(folder, 'logo.svg'), '--label', 'Board meeting', '--comments'];
    expect(await runCli([...args, ...flags])).toMatchObject({ code: 0, stderr: '' });
    const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('-reading-copy-draft-1.pdf'));
    expect((await readFile(join(folder, name))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.each([
    ['md', ['--layout', 'reading'], 2, /Only a PDF can be a reading copy/],
    ['docx', ['--logo', 'logo.svg'], 2, /Only a PDF prints a logo/],
    ['pdf', ['--layout', 'release', '--comments'], 2, /never has the drawer, remarks or minutes/],
    ['pdf', ['--layout', 'release', '--minutes'], 2, /never has the drawer, remarks or minutes/],
    ['dateline', ['--label', 'Board'], 2, /holds the whole narrative/],
    ['pdf', ['--logo', 'gone.svg'], 1, /There is no file "gone\.svg"/],
    [
      'pdf',
      ['--logo', fileURLToPath(new URL('runCli.ts', import.meta.url))],
      1,
      /is not a logo that can be printed/,
    ],
  ])('refuses and writes nothing: %s %j', async (...[format, flags, code, told]) => {
    const folder = await draft();
    const args = ['export', join(folder, 'draft.md'), '--to', format, '--out', folder, ...flags];
    expect(await runCli(args)).toEqual(
      expect.objectContaining({ code, stderr: expect.stringMatching(told) }),
    );
    expect((await readdir(folder)).sort()).toEqual(['draft.md', 'logo.svg']);
  });
});
