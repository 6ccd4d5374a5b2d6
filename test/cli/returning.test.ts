import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newLibraryFolder } from '../host/newHost';
import { runCli } from './runCli';

/** A library with one narrative, sent out as Markdown with a line added, and as a folder. */
async function sentOut() {
  const library = await newLibraryFolder();
  const cwd = await newLibraryFolder();
  const cli = (...args: string[]) => runCli([...args, '--json', '--library', library], { cwd });
  const { id } = (await cli('new', '--sample', 'web-service')).json() as { id: string };
  await cli('export', id, '--to', 'md', '--out', 'a.md');
  const text = await readFile(join(cwd, 'a.md'), 'utf8');
  const edited = text.replace('# Launch plan\n', '# Launch plan\n\nTheirs.\n');
  await writeFile(join(cwd, 'b.md'), edited);
  return { cli, cwd, id, text, edited };
}

it('merges copies in any order, twice without doubling, and names what it cannot take', {
  timeout: 90_000,
}, async () => {
  const { cli, cwd, id, edited } = await sentOut();
  await writeFile(join(cwd, 'other.md'), edited.replace(`id: ${id}`, 'id: another-one'));
  const first = await cli('merge', id, 'b.md', 'other.md', 'none.md', 'a.md');
  expect(first.code).toBe(1);
  expect(first.json()).toMatchObject({
    ...{ id, suggestions: 1, comments: 0, known: 0 },
    files: [
      { file: 'b.md', suggestions: 1 },
      { file: 'a.md', suggestions: 0 },
    ],
    failed: [
      { file: 'other.md', code: 'bad-request' },
      { file: 'none.md', code: 'not-found' },
    ],
  });
  const second = await cli('merge', id, 'a.md', 'b.md');
  expect([second.code, second.json()]).toMatchObject([0, { suggestions: 0, known: 1 }]);
});

it('imports a copy as changes to review, or as a narrative of its own', async () => {
  const { cli, id } = await sentOut();
  expect((await cli('import', 'b.md')).json()).toMatchObject({ id, review: { suggestions: 1, known: 0 } });
  const own = (await cli('import', 'b.md', '--as-new')).json() as { id: string };
  expect(own.id).not.toBe(id);
});

it('writes a folder, refuses to write over what others changed in it, and takes that in', async () => {
  const { cli, cwd, id } = await sentOut();
  expect((await cli('export', id, '--to', 'folder', '--out', 'out')).code).toBe(0);
  expect(await readdir(join(cwd, 'out'))).toContain('2-press-release.md');
  const plan = join(cwd, 'out', '7-launch-plan.md');
  await writeFile(
    plan,
    (await readFile(plan, 'utf8')).replace('# Launch plan\n', '# Launch plan\n\nTheirs.\n'),
  );
  const refused = await cli('export', id, '--to', 'folder', '--out', 'out');
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('7-launch-plan.md')]);
  expect((await cli('import', 'out')).json()).toMatchObject({ id, review: { suggestions: 1 }, doubts: [] });
  expect((await cli('export', id, '--to', 'folder', '--out', 'out', '--force')).code).toBe(0);
  expect(await readFile(plan, 'utf8')).not.toContain('Theirs.');
  expect((await cli('export', '--all', '--to', 'folder')).code).toBe(2);
});
