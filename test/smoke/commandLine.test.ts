import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const dateline = join(root, 'build/dateline.mjs');
const run = promisify(execFile);

let library: string;
beforeAll(() => {
  library = mkdtempSync(join(tmpdir(), 'dateline smoke äöü '));
});
afterAll(() => rmSync(library, { recursive: true, force: true }));

describe('the built command', () => {
  it('explains itself', async () => {
    const { stdout } = await run(process.execPath, [dateline, '--help']);
    for (const command of ['new', 'list', 'import', 'check', 'export', 'verify', 'serve']) {
      expect(stdout).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
    }
  });

  it('starts the browser shell, answers when ready, and stops when asked', async () => {
    const child = spawn(process.execPath, [dateline, 'serve', '--no-open', '--json', '--library', library]);
    const lines = createInterface({ input: child.stdout });
    const [first] = (await new Promise<string[]>((done) => lines.once('line', (line) => done([line])))) as [
      string,
    ];
    const { url } = JSON.parse(first) as { url: string };
    const health = await fetch(new URL('/healthz', url));
    expect(health.status).toBe(200);
    const stopped = new Promise<number | null>((done) => child.once('exit', done));
    child.kill('SIGTERM');
    expect(await stopped).toBe(0);
  });

  it('answers wrong usage with exit code 2 and no stack trace', async () => {
    const failure = await run(process.execPath, [dateline, 'frobnicate']).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 2 });
    expect((failure as { stderr: string }).stderr).not.toMatch(/\n\s+at /);
  });
});
