import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { bundlePacket } from '../../../build/setup/bundlePacket.mjs';

let building: Promise<string> | undefined;

/** Folder with the page of packets as a release has it; built once by each test process, in a second or two. */
export function builtPacketPage(): Promise<string> {
  building ??= bundleOnce();
  return building;
}

async function bundleOnce(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-packet-'));
  process.once('exit', () => void rm(folder, { recursive: true, force: true }));
  await bundlePacket(folder);
  return folder;
}

/** A file on this computer as a mail program saves it, and its address; gone after the test. */
export async function savedFile(
  fileName: string,
  data: string | Uint8Array,
): Promise<{ path: string; url: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline mail ü '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, fileName);
  await writeFile(path, data);
  return { path, url: pathToFileURL(path).href };
}
