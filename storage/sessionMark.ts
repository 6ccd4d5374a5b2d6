import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { readStamped, writeIfRoom } from './durableFile';
import type { LibraryParts } from './libraryParts';
import { toSpokenTime } from './timeStamp';

const markSchema = z.object({ pid: z.int() });

/**
 * Leaves a mark while the library is open. When the last mark was never taken away, that session was ended by
 * force, and its latest narrative is named in a notice. Returns what takes the mark away.
 */
export async function markSession(parts: LibraryParts): Promise<() => Promise<void>> {
  const { layout } = parts;
  const last = await readStamped(layout.session);
  const lastPid = last && parsePid(last.text);
  if (lastPid && lastPid !== process.pid && isRunning(lastPid)) return async () => undefined;
  // The mark is dated by the disk, as the narratives are, so that our clock cannot confuse the two.
  if (last) {
    noteUncleanEnd(parts, last.stamp.mtimeMs);
    await parts.backups.clearLeftovers();
    await parts.versions.clearLeftovers();
  }
  await writeIfRoom(layout.session, JSON.stringify({ pid: process.pid }));
  return () => rm(layout.session, { force: true });
}

function noteUncleanEnd({ index, board, ports }: LibraryParts, startedAt: number): void {
  const written = [...index.entries.values()].filter(({ mtimeMs }) => mtimeMs >= startedAt);
  const latest = written.sort((a, b) => b.mtimeMs - a.mtimeMs)[0];
  if (!latest) return;
  const when = toSpokenTime(new Date(latest.mtimeMs), ports.now());
  board.add({
    kind: 'recovered',
    message: `Dateline closed without warning at ${when}. All ${latest.summary.words} words are here.`,
    narrativeId: latest.summary.meta.id,
  });
}

function parsePid(text: string): number | null {
  try {
    return markSchema.safeParse(JSON.parse(text)).data?.pid ?? null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
