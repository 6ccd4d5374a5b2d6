import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from './freePort';

const installed = '/usr/lib/postgresql';
const programs = existsSync(installed)
  ? (readdirSync(installed)
      .map((version) => join(installed, version, 'bin'))
      .at(-1) ?? null)
  : null;

export const hasPostgres = programs !== null;

export interface StartedPostgres {
  /** A database of its own on this server, empty. */
  newDatabase(): string;
  stop: () => Promise<void>;
  /** On the same port again, with what was in it. */
  start: () => Promise<void>;
}

/** A Postgres server of its own on a free port, as it comes from the system's packages; stopped after the test. */
export async function startPostgres(): Promise<StartedPostgres> {
  if (programs === null) throw new Error('Postgres is not installed, so nothing over it was tried.');
  const folder = await mkdtemp(join(tmpdir(), 'dateline-postgres-'));
  // Postgres refuses to run as root, which tests may be.
  const owner = process.getuid?.() === 0 ? postgresUser() : null;
  const user = owner ?? {};
  if (owner) await chown(folder, owner.uid, owner.gid);
  await chmod(folder, 0o700);
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'dateline', '-A', 'trust', '-E', 'UTF8', '--no-instructions'];
  execFileSync(join(programs, 'initdb'), init, { ...user, stdio: 'ignore', cwd: folder });
  const port = await freePort();
  let child: ChildProcess | null = null;
  const admin = ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'dateline'];

  const start = async () => {
    const args = ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', folder];
    child = spawn(join(programs, 'postgres'), args, { ...user, stdio: 'ignore', cwd: folder });
    const ready = () => spawnSync(join(programs, 'pg_isready'), admin, { stdio: 'ignore' }).status === 0;
    while (!ready()) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const stop = async () => {
    const running = child;
    child = null;
    if (!running) return;
    const exited = new Promise((resolve) => running.once('exit', resolve));
    // As a server is stopped that does not wait for its clients.
    running.kill('SIGINT');
    await exited;
  };
  onTestFinished(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  await start();
  let count = 0;
  return {
    start,
    stop,
    newDatabase() {
      count += 1;
      execFileSync(join(programs, 'createdb'), [...admin, `test${count}`]);
      return `postgres://dateline@127.0.0.1:${port}/test${count}`;
    },
  };
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
