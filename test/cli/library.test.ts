import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newHost, newLibraryFolder } from '../host/newHost';
import { firstLine, runCli, startCli } from './runCli';

describe('dateline', () => {
  it('explains itself and each of its commands', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const command of ['new', 'list', 'import', 'check', 'export', 'verify', 'serve']) {
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
      expect((await runCli([command, '--help'])).stdout).toContain('--json');
    }
  });

  it.each([
    [['frobnicate']],
    [['list', '--nonsense']],
    [['check']],
    [['check', 'x', '--level', 'shout']],
    [['export', 'x', '--to', 'odt']],
    [['export', '--to', 'md']],
    [['export', 'x', '--all', '--to', 'md']],
    [['serve', '--port', '99999']],
    [['serve', '--port', '8o80']],
  ])('answers 2 and a sentence to %j', async (args) => {
    const { code, stderr, stdout } = await runCli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/\w+/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('dateline new and list', () => {
  it('begin a narrative and list it, last edited first', async () => {
    const library = await newLibraryFolder();
    const first = await runCli(['new', '--name', 'First', '--library', library, '--json']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const { id } = first.json() as { id: string };
    const second = await runCli(['new', '--name', 'Second'], { environment: { DATELINE_LIBRARY: library } });
    const list = await runCli(['list', '--library', library, '--json']);
    expect(list.code).toBe(0);
    expect(list.json()).toMatchObject({
      folder: library,
      items: [
        { id: second.stdout.trim(), heading: 'Second', stage: 'drafting', words: 0 },
        { id, heading: 'First' },
      ],
    });
  });

  it('say so when there is no library', async () => {
    const { code, stderr } = await runCli(['list', '--library', join(await newLibraryFolder(), 'nowhere')]);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no Dateline library');
  });

  it('keep escape sequences of a name away from the terminal', async () => {
    const { call, folder, host } = await newHost();
    await call('narratives.create', { name: 'Quiet \u001b[31mHarbour\u0007' });
    await host.close();
    expect((await runCli(['list', '--library', folder])).stdout).toContain('Quiet  [31mHarbour ');
  });
});

describe('a library that the app has open', () => {
  it('can be read and is not written to', async () => {
    const { call, folder } = await newHost();
    const { id } = await call('narratives.create', { name: 'Open in the app' });
    expect((await runCli(['list', '--library', folder, '--json'])).json()).toMatchObject({ items: [{ id }] });
    expect((await runCli(['check', id, '--library', folder])).code).toBe(1);

    for (const args of [['new'], ['verify'], ['verify', '--repair']]) {
      const { code, stderr } = await runCli([...args, '--library', folder]);
      expect(code).toBe(1);
      expect(stderr).toContain('Another Dateline has this library open');
    }
  });
});

describe('dateline check', () => {
  it('answers findings as data, and fewer of them with a level', async () => {
    const { call, folder } = await newHost();
    const { id } = await call('narratives.create', { name: 'Empty' });
    const all = await runCli(['check', id, '--library', folder, '--json']);
    expect(all.code).toBe(1);
    expect((all.json() as { findings: unknown[] }).findings[0]).toMatchObject({
      rule: 'too-short',
      level: 'stop',
      part: 'release',
      section: 'heading',
      quote: '',
      from: 0,
      to: 0,
      question: expect.stringContaining('?'),
      why: expect.any(String),
    });
    const grave = await runCli(['check', id, '--library', folder, '--json', '--level', 'stop']);
    expect((grave.json() as { findings: unknown[] }).findings).toHaveLength(1);
  });

  it('says so when there is neither file nor narrative', async () => {
    const { code, stderr } = await runCli(['check', 'no-such-thing', '--library', await newLibraryFolder()]);
    expect(code).toBe(1);
    expect(stderr).toContain('no-such-thing');
  });
});

describe('dateline verify', () => {
  it('finds a damaged file and leaves it as it is without --repair', async () => {
    const { call, folder, host } = await newHost();
    const { id } = await call('narratives.create', { name: 'Sound' });
    const damaged = await call('narratives.create', { name: 'Damaged' });
    await host.close();
    const whole = await runCli(['verify', '--library', folder, '--json']);
    expect(whole.json()).toMatchObject({ problems: [] });
    expect(whole.code).toBe(0);

    const path = join(folder, 'narratives', `${damaged.id}.json`);
    const text = (await readFile(path, 'utf8')).slice(0, 500);
    await writeFile(path, text);
    const { code, json } = await runCli(['verify', '--library', folder, '--json']);
    expect(code).toBe(1);
    expect(json()).toMatchObject({
      problems: [{ file: expect.stringContaining(damaged.id), repaired: null }],
    });
    expect(await readFile(path, 'utf8')).toBe(text);
    expect(id).not.toBe(damaged.id);
  });

  it('makes no library out of a mistyped folder', async () => {
    const { code } = await runCli(['verify', '--library', join(await newLibraryFolder(), 'typo')]);
    expect(code).toBe(1);
  });
});

describe('dateline serve', () => {
  it('prints a link that works, hands a second start over, and stops when asked', async () => {
    const library = await newLibraryFolder();
    const args = ['serve', '--no-open', '--json', '--library', library];
    const child = await startCli(args);
    const { url } = JSON.parse(await firstLine(child)) as { url: string };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
    expect((await fetch(new URL('/healthz', url))).status).toBe(200);

    const second = await runCli(args);
    expect(second.code).toBe(0);
    expect(new URL((second.json() as { url: string }).url).origin).toBe(new URL(url).origin);

    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect((await runCli(['new', '--library', library])).code).toBe(0);
  });
});

describe('dateline serve on a port', () => {
  it('says so when the port is taken, and gives the library up', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const library = await newLibraryFolder();
    const { code, stderr } = await runCli(['serve', '--no-open', '--port', `${port}`, '--library', library]);
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${port} is not free`);
    expect((await runCli(['new', '--library', library])).code).toBe(0);
  });
});
