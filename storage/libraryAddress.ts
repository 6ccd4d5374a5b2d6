import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Where the owner of a library listens. Linux and Windows have addresses that the system frees when a process
 * dies, however it dies; elsewhere it is a socket file, which can be left behind.
 */
export async function addressOf(folder: string): Promise<string> {
  const { uid, username } = userInfo();
  const path = await realpath(folder);
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\dateline-${username}-${hash}`;
  if (process.platform === 'linux') return `\0dateline-${uid}-${hash}`;
  return join(tmpdir(), `dateline-${uid}-${hash}.sock`);
}

/** True when the address is a file that outlives the process that listened on it. */
export function isSocketFile(address: string): boolean {
  return !address.startsWith('\0') && !address.startsWith('\\\\.\\pipe\\');
}
