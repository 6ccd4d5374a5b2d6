import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newLibraryFolder } from '../host/newHost';
import { runCli } from './runCli';

const card = '{"id":"c1","state":"heard","what":"Fourteen interviews","words":["six days"]}';
const parked =
  '{"id":"d1","text":"A queue in Leeds","from":{"part":"plan","section":""},"movedAt":"2026-11-01T10:00:00.000Z","movedBy":""}';
const narrative = [
  '---',
  `drawer: [${parked}]`,
  'dateline: 1',
  '---',
  '',
  '# Launch plan',
  '',
  'It takes six days[^e1] now.',
  '',
  `[^e1]: Heard. <!-- dateline evidence ${card} -->`,
  '',
].join('\n');

async function draft() {
  const folder = await newLibraryFolder();
  await writeFile(join(folder, 'draft.md'), narrative);
  return folder;
}

describe('dateline export of evidence and drawer', () => {
  it('prints sources unless told not to, and the drawer only when told to', async () => {
    const folder = await draft();
    const write = async (...flags: string[]) => {
      const out = join(folder, 'out.html');
      const args = ['export', join(folder, 'draft.md'), '--to', 'html', '--out', out, '--force', ...flags];
      expect(await runCli(args)).toMatchObject({ code: 0, stderr: '' });
      return readFile(out, 'utf8');
    };
    const usual = await write();
    expect(usual).toContain('Heard: Fourteen interviews.');
    expect(usual).not.toContain('A queue in Leeds');
    const bare = await write('--no-evidence');
    expect(bare).toContain('It takes six days now.');
    expect(bare).not.toMatch(/Heard|interviews/);
    expect(await write('--drawer')).toMatch(/A queue in Leeds[\s\S]*Heard: Fourteen interviews\./);
    expect(await write('--no-evidence', '--drawer')).toContain('A queue in Leeds');
  });

  it.each([
    ['dateline', ['--no-evidence'], /holds the whole narrative/],
    ['dateline', ['--drawer'], /holds the whole narrative/],
    ['md', ['--drawer', '--layout', 'release'], /never has the drawer/],
  ])('refuses a mix that would leave something untold: %s %j', async (format, flags, told) => {
    const folder = await draft();
    const args = ['export', join(folder, 'draft.md'), '--to', format, '--out', folder, ...flags];
    const { code, stderr } = await runCli(args);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(told) });
    expect(await readdir(folder)).toEqual(['draft.md']);
  });

  it('is told by --help', async () => {
    const { code, stdout } = await runCli(['export', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/--no-evidence +leave out the footnotes that say what claims rest on/);
    expect(stdout).toMatch(/--drawer +add the “how” drawer as an appendix/);
  });
});
