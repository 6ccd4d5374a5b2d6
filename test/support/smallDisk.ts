import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';

const isRoot = process.getuid?.() === 0;
const canMount = isRoot && process.platform === 'linux' && tryMount();

/** A test that needs a disk of its own; skipped where none can be mounted. */
export const mountTest: (name: string, run: () => Promise<void>) => void = test.skipIf(!canMount);
/** Ends the name of such a test; says why it is skipped. */
export const why = canMount ? '' : ' [SKIPPED: needs Linux, root and mount]';

function tryMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A folder on a disk of that size, such as `2m`, unmounted after the test. */
export async function smallDisk(size: string): Promise<string> {
  const above = await mkdtemp(join(tmpdir(), 'dateline disk '));
  const folder = join(above, 'small disk');
  await mkdir(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  onTestFinished(async () => {
    execFileSync('umount', ['-l', folder]);
    await rm(above, { recursive: true, force: true });
  });
  return folder;
}

/** Writes into a file until not one more byte fits on its disk. */
export async function fillUp(path: string): Promise<void> {
  for (let piece = 64 * 1024; piece >= 1; ) {
    try {
      await writeFile(path, new Uint8Array(piece), { flag: 'a' });
    } catch {
      piece = Math.floor(piece / 4);
    }
  }
}
