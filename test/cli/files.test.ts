import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../core/api/shapes';
import { newHost, newLibraryFolder, templates } from '../host/newHost';
import { runCli } from './runCli';

const release = '# Press release\n\n## Problem\n\nNobody answers. TBD\n';

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await newLibraryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe('dateline check on a file', () => {
  it('works without a library', async () => {
    const folder = await folderWith({ 'draft.md': release });
    const { code, json } = await runCli(['check', 'draft.md', '--json', '--library', join(folder, 'none')], {
      cwd: folder,
    });
    expect(code).toBe(1);
    expect((json() as { findings: unknown[] }).findings).toContainEqual(
      expect.objectContaining({
        rule: 'template-text',
        part: 'release',
        section: 'problem',
        quote: 'TBD',
        from: 16,
      }),
    );
    expect(await readdir(folder)).toEqual(['draft.md']);
  });

  it.each(['consumer-app', 'web-service', 'internal-tool'])(
    'has no question that stops a review of the sample %s',
    async (id) => {
      const { code, stdout } = await runCli([
        'check',
        join(templates, 'samples', `${id}.md`),
        '--level',
        'stop',
      ]);
      expect(stdout).toBe('Nothing to ask.\n');
      expect(code).toBe(0);
    },
  );

  it('names the three loose ends of the golden thread in a sample', async () => {
    const { json } = await runCli(['check', join(templates, 'samples', 'consumer-app.md'), '--json']);
    const { findings } = json() as { findings: Finding[] };
    const loose = findings.filter(({ rule }) => ['promise-nobody-can-do', 'nobody-promised'].includes(rule));
    expect(loose.map(({ part, quote, why }) => [part, quote || why])).toEqual([
      ['release', 'and at halftin.example'],
      ['experience', 'There, but nobody was promised it: “A year of your shelf”.'],
      ['manuals', 'Take a break'],
    ]);
    expect(findings.filter(({ rule }) => rule === 'link-broken')).toEqual([]);
  });

  it('refuses what it cannot read, with a sentence', async () => {
    const folder = await folderWith({ 'deck.pptx': 'PK' });
    const { code, stderr } = await runCli(['check', join(folder, 'deck.pptx')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Dateline reads Word files/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('dateline import', () => {
  it('answers what landed where, and the narrative is in the library', async () => {
    const folder = await folderWith({ 'draft.md': release });
    const library = join(folder, 'library');
    const imported = await runCli(['import', join(folder, 'draft.md'), '--json', '--library', library]);
    expect(imported.code).toBe(0);
    const { id } = imported.json() as { id: string };
    expect(imported.json()).toMatchObject({ parts: [{ part: 'release', section: 'problem', blocks: 1 }] });
    expect((await runCli(['list', '--json', '--library', library])).json()).toMatchObject({
      items: [{ id }],
    });
    expect(await readFile(join(folder, 'draft.md'), 'utf8')).toBe(release);
  });
});

describe('dateline export', () => {
  it('takes in the pictures beside a Markdown file', async () => {
    const file = fileURLToPath(new URL('../../templates/samples/consumer-app.md', import.meta.url));
    const out = join(await newLibraryFolder(), 'out.html');
    const { code, json } = await runCli(['export', file, '--to', 'html', '--out', out, '--json']);
    expect({ code, answer: json() }).toEqual({ code: 0, answer: { path: out, warnings: [] } });
    expect((await readFile(out, 'utf8')).match(/src="data:image\/png/g)).toHaveLength(9);
  });

  it.each(['md', 'html', 'dateline', 'pdf'])(
    'writes a file as %s, and replaces it only with --force',
    async (format) => {
      const folder = await folderWith({ 'draft.md': release });
      const out = join(folder, `out.${format}`);
      const args = ['export', join(folder, 'draft.md'), '--to', format, '--out', out];
      expect(await runCli([...args, '--json'])).toMatchObject({ code: 0 });
      const written = await readFile(out);
      expect(written.length).toBeGreaterThan(50);

      await writeFile(out, 'mine');
      const again = await runCli(args);
      expect(again).toMatchObject({ code: 1, stdout: '' });
      expect(again.stderr).toContain('is there already');
      expect(await readFile(out, 'utf8')).toBe('mine');
      expect((await runCli([...args, '--force'])).code).toBe(0);
      expect((await readdir(folder)).sort()).toEqual(['draft.md', `out.${format}`]);
    },
  );

  it('writes the whole library, even while the app has it open, without two meeting in one file', async () => {
    const { call, folder } = await newHost();
    await call('narratives.create', { name: 'Same name' });
    await call('narratives.create', { name: 'Same name' });
    const out = join(await newLibraryFolder(), 'all');
    await mkdir(out);
    const args = ['export', '--all', '--to', 'md', '--out', out, '--library', folder];
    const { code, json } = await runCli([...args, '--json']);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ failed: [], exported: [{ warnings: [] }, { warnings: [] }] });
    expect(await readdir(out)).toHaveLength(2);

    const again = await runCli([...args, '--json']);
    expect(again.code).toBe(1);
    expect(again.json()).toMatchObject({ exported: [], failed: [{ code: 'target-exists' }, {}] });
  });

  it('leaves no half file when the folder is not there', async () => {
    const folder = await folderWith({ 'draft.md': release });
    const out = join(folder, 'gone', 'out.md');
    const { code, stderr } = await runCli(['export', join(folder, 'draft.md'), '--to', 'md', '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no folder');
    expect(await readdir(folder)).toEqual(['draft.md']);
  });
});

describe('dateline export --layout', () => {
  it.each(['md', 'html'])('writes the press release alone as %s where --layout says so', async (format) => {
    const folder = await folderWith({ 'draft.md': `${release}\n# Launch plan\n\nFirst the harbour.\n` });
    const write = async (layout: readonly string[]) => {
      const args = ['export', join(folder, 'draft.md'), '--to', format, '--out', join(folder, 'out')];
      expect((await runCli([...args, '--force', ...layout])).code).toBe(0);
      return readFile(join(folder, 'out'), 'utf8');
    };
    const alone = await write(['--layout', 'release']);
    expect(alone).toContain('Nobody answers.');
    expect(alone).not.toContain('First the harbour.');
    expect(await write([])).toContain('First the harbour.');
    expect(await write(['--layout', 'narrative'])).toContain('First the harbour.');
  });

  it.each([
    ['md', 'poster', /release, narrative/],
    ['dateline', 'release', /holds the whole narrative/],
  ])('refuses %s with the layout %s as wrong usage', async (format, layout, told) => {
    const folder = await folderWith({ 'draft.md': release });
    const args = ['export', join(folder, 'draft.md'), '--to', format, '--layout', layout, '--out', folder];
    const { code, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
    expect(await readdir(folder)).toEqual(['draft.md']);
  });
});
