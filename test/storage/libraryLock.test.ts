import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { addressOf } from '../../storage/libraryAddress';
import { ownLibrary } from '../../storage/libraryLock';
import { bundleChild } from './bundleChild';
import { tempFolder } from './testLibrary';

let program = '';
beforeAll(async () => {
  const entry = fileURLToPath(new URL('lockChild.ts', import.meta.url));
  const folder = fileURLToPath(new URL('../../out/lockChild', import.meta.url));
  program = await bundleChild(entry, folder);
});

interface Child {
  process: ChildProcess;
  lines: Interface;
  nextLine: () => Promise<string>;
}

/** The address of this system is found by the child itself; it may hold what no argument can. */
function start(folder: string, address: string): Child {
  const args = address.startsWith('/') ? [program, folder, address] : [program, folder];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const iterator = lines[Symbol.asyncIterator]();
  return { process: child, lines, nextLine: async () => `${(await iterator.next()).value}` };
}

const silent = async (): Promise<Record<string, string>> => ({});

/** Linux and Windows never use a socket file, but the way of the others can be walked on any of them. */
const addresses: [string, (folder: string) => Promise<string>][] = [
  ['the address of this system', addressOf],
  ['a socket file', async (folder) => join(folder, 'o.sock')],
];

describe.skipIf(process.platform === 'win32').each(addresses)('with %s', (_name, addressFor) => {
  test('a second process hands over to the first and hears its answer', async () => {
    const folder = await tempFolder();
    const address = await addressFor(folder);
    const first = start(folder, address);
    expect(await first.nextLine()).toBe('owner null');
    const second = start(folder, address);
    expect(await second.nextLine()).toBe('second {"url":"http://127.0.0.1:1/"}');
    expect(await first.nextLine()).toBe('heard {"files":["/tmp/Ä file.md"],"options":{"from":"child"}}');
  });

  test('a killed owner frees the library at once', async () => {
    const folder = await tempFolder();
    const address = await addressFor(folder);
    const first = start(folder, address);
    await first.nextLine();
    const exited = once(first.process, 'exit');
    first.process.kill('SIGKILL');
    await exited;
    const next = await ownLibrary(folder, silent, address);
    expect(next.owner).toBe(true);
    if (next.owner) await next.release();
  });

  test('of several starts at once exactly one owns the library', async () => {
    const folder = await tempFolder();
    const address = await addressFor(folder);
    // What a killed owner leaves, where it leaves anything.
    if (address.startsWith('/')) {
      const killed = start(folder, address);
      await killed.nextLine();
      const exited = once(killed.process, 'exit');
      killed.process.kill('SIGKILL');
      await exited;
    }
    const all = await Promise.all(Array.from({ length: 8 }, () => ownLibrary(folder, silent, address)));
    const owners = all.filter((each) => each.owner);
    expect(owners).toHaveLength(1);
    const second = all.find((each) => !each.owner);
    if (second && !second.owner) expect(await second.handOver({ files: [], options: {} })).toEqual({});
    for (const each of owners) if (each.owner) await each.release();
  });
});

test('without the key of the library nobody is heard', async () => {
  const folder = await tempFolder();
  const heard: unknown[] = [];
  const first = await ownLibrary(folder, async (message) => {
    heard.push(message);
    return {};
  });
  const keyPath = join(folder, '.owner-key');
  expect((await stat(keyPath)).mode & 0o777).toBe(0o600);
  const second = await ownLibrary(folder, silent);
  const key = await readFile(keyPath, 'utf8');
  await writeFile(keyPath, 'another key');
  if (!second.owner) {
    await expect(second.handOver({ files: [], options: {} })).rejects.toMatchObject({ code: 'library-busy' });
    await writeFile(keyPath, key);
    expect(await second.handOver({ files: [], options: {} })).toEqual({});
  }
  expect(heard).toHaveLength(1);
  for (const message of [
    'hello\n',
    '{}\n',
    'x'.repeat(2_000_000),
    `{"nonce":"a","payload":"{}","proof":"${key}"}\n`,
  ]) {
    await refused(await addressOf(folder), message);
  }
  expect(heard).toHaveLength(1);
  if (first.owner) await first.release();
});

async function refused(address: string, message: string): Promise<void> {
  const socket = connect(address);
  // A server that hangs up while it is still being written to shows as an error or as an end.
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => resolve()).on('error', () => socket.destroy());
  });
  socket.end(message);
  await ended;
}

test('a released library can be owned again, and another folder is another library', async () => {
  const [here, there] = [await tempFolder(), await tempFolder()];
  const first = await ownLibrary(here, silent);
  const other = await ownLibrary(there, silent);
  expect([first.owner, other.owner]).toEqual([true, true]);
  if (first.owner) await first.release();
  const again = await ownLibrary(here, silent);
  expect(again.owner).toBe(true);
  for (const each of [other, again]) if (each.owner) await each.release();
});
