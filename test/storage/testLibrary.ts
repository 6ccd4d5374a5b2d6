import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { narrativeIdSchema } from '../../core/narrative/meta';
import { plainText } from '../../core/narrative/plainText';
import { openLibrary } from '../../storage/library';
import type { LibraryStore, StoragePorts } from '../../storage/libraryStore';
import { idOf } from './sampleNarrative';

/** A fresh folder that is removed when the test ends. Its name has a space and an umlaut, as real ones do. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline büro '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Real ids and a clock that a test can move. */
export function testPorts(start = new Date()): StoragePorts & { time: Date } {
  const ports = {
    time: start,
    now: () => new Date(ports.time),
    newId: () => narrativeIdSchema.parse(randomUUID()),
  };
  return ports;
}

/** An open library that is closed when the test ends. */
export async function openTestLibrary(
  folder: string,
  ports: StoragePorts = testPorts(),
): Promise<LibraryStore> {
  const store = await openLibrary(folder, ports);
  onTestFinished(() => store.close());
  return store;
}

/** All words of a stored narrative's release. */
export async function releaseText(store: LibraryStore, id: string): Promise<string> {
  return plainText((await store.read(idOf(id))).file.content.parts.release);
}
