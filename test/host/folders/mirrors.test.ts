import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../storage/layout';
import { openWindow } from '../editor';
import { newHost, newLibraryFolder } from '../newHost';

const plan = '7-launch-plan.md';

/** A narrative with a sample's text that is shown in a folder. */
async function mirrored() {
  const host = await newHost();
  const { id } = await host.call('narratives.create', { sample: 'consumer-app' });
  const folder = await newLibraryFolder();
  await host.call('mirrors.set', { id, folder });
  const window = await openWindow(host.call, id, 'author');
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  return {
    ...{ ...host, id, mirror: folder, window, read },
    write: (name: string, text: string) => writeFile(join(folder, name), text),
    sync: () => host.call('mirrors.sync', { id }),
    records: async () => Object.values((await host.call('narratives.open', { id })).review),
    notices: () => host.eventsNamed('library.notice').map(({ message }) => message),
    /** Writes a line at the end of the plan in the app. */
    async type(words: string) {
      window.type('plan', words);
      await window.save();
    },
    /** Decides every open suggestion as a window does. */
    async decideAll() {
      const { review } = await host.call('narratives.open', { id });
      const at = '2027-01-01T10:00:00.000Z';
      for (const key of Object.keys(review))
        window.doc.getMap('decisions').set(key, { verdict: 'rejected', by: 'Ines', at });
      await window.save();
    },
  };
}

const insert = (text: string, words: string) =>
  text.replace('# Launch plan\n', `# Launch plan\n\n${words}\n`);

describe('a mirror', () => {
  it('is written when the narrative is, and only what changed', async () => {
    const { mirror, read, type, sync } = await mirrored();
    expect(await readdir(mirror)).toContain('narrative.json');
    const before = (await stat(join(mirror, '2-press-release.md'))).mtimeMs;
    await type('Ring the harbour.');
    expect(await sync()).toEqual({ folder: mirror, waiting: [], trouble: '' });
    expect(await read(plan)).toContain('Ring the harbour.');
    expect((await stat(join(mirror, '2-press-release.md'))).mtimeMs).toBe(before);
  });

  it('gives what somebody wrote there to review, and does not write over it before that is decided', async () => {
    const { read, write, type, sync, records, decideAll, notices } = await mirrored();
    await write(plan, insert(await read(plan), 'Theirs.'));
    expect((await sync()).waiting).toEqual([{ file: plan, suggestions: 1, reason: '' }]);
    expect(await records()).toMatchObject([{ kind: 'suggestion', origin: { kind: 'folder', file: plan } }]);
    expect(notices().join()).toContain('one change to review');
    await type('Ours.');
    await sync();
    await sync();
    expect(await read(plan)).toContain('Theirs.');
    expect(await read(plan)).not.toContain('Ours.');
    expect(await records()).toHaveLength(1);
    await decideAll();
    expect((await sync()).waiting).toEqual([]);
    expect(await read(plan)).toContain('Ours.');
    expect(await read(plan)).not.toContain('Theirs.');
  });

  it('notices by itself what others write while it is open', async () => {
    const { read, write, eventsNamed } = await mirrored();
    await write(plan, insert(await read(plan), 'Theirs.'));
    await expect.poll(() => eventsNamed('review.added').length, { timeout: 10_000, interval: 50 }).toBe(1);
  });
});

describe('files that others change', () => {
  it('writes on under the new name when a file is renamed', async () => {
    const { mirror, read, type, sync, records } = await mirrored();
    await rename(join(mirror, plan), join(mirror, 'plan for spring.md'));
    await type('After the renaming.');
    await sync();
    expect(await read('plan for spring.md')).toContain('After the renaming.');
    expect(await readdir(mirror)).not.toContain(plan);
    expect(await records()).toEqual([]);
  });

  it('writes a file again that was deleted, and says so', async () => {
    const { mirror, read, sync, notices } = await mirrored();
    await rm(join(mirror, plan));
    await sync();
    expect(await read(plan)).toContain('# Launch plan');
    expect(notices().join()).toContain(`“${plan}” was missing`);
  });

  it('does not take half a merge or half a file, says which, once, and waits', async () => {
    const { read, write, type, sync, records, notices } = await mirrored();
    const text = await read(plan);
    await write(plan, `${text}\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n`);
    await write('6-manual.md', '');
    const { waiting } = await sync();
    await type('Meanwhile.');
    await sync();
    expect(waiting.map(({ file, suggestions }) => [file, suggestions]).sort()).toEqual([
      ['6-manual.md', 0],
      [plan, 0],
    ]);
    expect(notices().filter((message) => message.includes('merge that was not finished'))).toHaveLength(1);
    expect(await read(plan)).toContain('<<<<<<<');
    expect(await records()).toEqual([]);
    await write(plan, text);
    await write('6-manual.md', await read('6-manual.md'));
    expect((await sync()).waiting.map(({ file }) => file)).toEqual(['6-manual.md']);
    expect(await read(plan)).toContain('Meanwhile.');
  });

  it('sees no change in other line ends and byte order marks', async () => {
    const { read, write, sync, records } = await mirrored();
    await write(plan, `\ufeff${(await read(plan)).replaceAll('\n', '\r\n')}`);
    expect((await sync()).waiting).toEqual([]);
    expect(await records()).toEqual([]);
    expect(await read(plan)).toContain('\r\n');
  });

  it('leaves what is not its own: other files, and pictures that somebody changed', async () => {
    const { mirror, read, write, sync, notices } = await mirrored();
    const picture = (await readdir(join(mirror, 'screens'))).find((name) => name.endsWith('.png')) ?? '';
    await write('README.md', 'Ours.');
    await write(join('screens', picture), 'changed');
    await sync();
    await sync();
    expect(await read(join('screens', picture))).toBe('changed');
    expect(await read('README.md')).toBe('Ours.');
    expect(notices().filter((message) => message.includes(picture))).toHaveLength(1);
  });
});

describe('what a mirror survives', () => {
  it('a folder that is away for a while', async () => {
    const { mirror, type, sync, read } = await mirrored();
    await rename(mirror, `${mirror} away`);
    await type('While it was away.');
    await expect(sync()).rejects.toMatchObject({ code: 'not-found' });
    await rename(`${mirror} away`, mirror);
    await sync();
    expect(await read(plan)).toContain('While it was away.');
  });

  it.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
    const { mirror, type, sync, read } = await mirrored();
    await chmod(mirror, 0o555);
    await type('Not yet.');
    await expect(sync()).rejects.toMatchObject({ code: 'read-only' });
    await chmod(mirror, 0o755);
    await sync();
    expect(await read(plan)).toContain('Not yet.');
  });

  it('an end in the middle of writing', async () => {
    const first = await mirrored();
    await first.type('Before the end.');
    const { id, folder } = first;
    const path = layoutOf(folder).mirrorOf(id);
    const before = await readFile(path, 'utf8');
    await first.sync();
    const after = JSON.parse(await readFile(path, 'utf8'));
    await first.host.close();
    // As it is saved before anything is written; one file made it, and half of another is left.
    const state = { ...JSON.parse(before), coming: after.texts };
    await writeFile(path, JSON.stringify(state));
    await writeFile(join(first.mirror, 'narrative.json'), state.texts['narrative.json']);
    await writeFile(join(first.mirror, `.${plan}.999999-0a0a0a0a.tmp`), 'half');
    const next = await newHost({ folder });
    const synced = await next.call('mirrors.sync', { id });
    expect(synced.waiting).toEqual([]);
    expect((await next.call('narratives.open', { id })).review).toEqual({});
    expect(await readFile(join(first.mirror, plan), 'utf8')).toContain('Before the end.');
    expect((await readdir(first.mirror)).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await first.read('narrative.json')).toBe(after.texts['narrative.json']);
  });

  it('links that lead elsewhere', async () => {
    const { mirror, sync, type } = await mirrored();
    const outside = await newLibraryFolder();
    await rm(join(mirror, plan));
    await symlink(join(outside, 'victim.md'), join(mirror, plan));
    await type('Must not leave.');
    await sync();
    expect(await readdir(outside)).toEqual([]);
  });
});

describe('choosing a folder for a mirror', () => {
  it('refuses one that shows another narrative, that belongs to the library, or that is no whole path', async () => {
    const { call, mirror, folder, id } = await mirrored();
    const other = await call('narratives.create', {});
    const set = (path: string, narrative = other.id) => call('mirrors.set', { id: narrative, folder: path });
    await expect(set(mirror)).rejects.toMatchObject({ code: 'target-exists' });
    await mkdir(join(folder, 'inside'));
    await expect(set(join(folder, 'inside'))).rejects.toMatchObject({ code: 'target-exists' });
    await expect(set('relative/path')).rejects.toMatchObject({ code: 'bad-request' });
    await call('mirrors.set', { id, folder: null });
    await expect(set(mirror)).rejects.toMatchObject({ code: 'target-exists' });
    expect(await call('mirrors.read', { id })).toEqual({ folder: null, waiting: [], trouble: '' });
  });

  it('takes what was written in a folder that it showed before', async () => {
    const { call, mirror, id, read, write, records } = await mirrored();
    await call('mirrors.set', { id, folder: null });
    await write(plan, insert(await read(plan), 'In the meantime.'));
    expect((await call('mirrors.set', { id, folder: mirror })).waiting).toMatchObject([{ file: plan }]);
    expect(await records()).toHaveLength(1);
  });
});

const hasGit = (() => {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasGit)('a mirror in a git repository', () => {
  it('survives an edit, a renaming and a merge done with git', { timeout: 60_000 }, async () => {
    const { mirror, read, write, type, sync, records, decideAll } = await mirrored();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Ines', '-c', 'user.email=ines@example.org', ...args], {
        cwd: mirror,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    const commit = (message: string) => {
      git('add', '-A');
      git('commit', '-qm', message);
    };
    git('init', '-q', '-b', 'main');
    commit('first');
    git('checkout', '-qb', 'theirs');
    await write(plan, insert(await read(plan), 'On a branch.'));
    commit('an edit');
    git('mv', plan, 'spring.md');
    commit('a renaming');
    git('checkout', '-q', 'main');
    await type('On the trunk.');
    await sync();
    expect(git('status', '--short').split('\n').filter(Boolean).sort()).toEqual([
      ` M ${plan}`,
      ' M narrative.json',
    ]);
    commit('ours');
    git('merge', '-q', '--no-edit', 'theirs');
    expect((await sync()).waiting).toEqual([{ file: 'spring.md', suggestions: 1, reason: '' }]);
    expect(await records()).toHaveLength(1);
    await decideAll();
    await sync();
    expect(await readdir(mirror)).not.toContain(plan);
    expect(await read('spring.md')).toContain('On the trunk.');
    expect(git('status', '--short')).toContain('spring.md');
  });
});
