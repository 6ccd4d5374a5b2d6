import { spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type NarrativeId, narrativeIdSchema } from '../../core/narrative/meta';
import { openLibrary } from '../../storage/library';
import { bundleChild } from './bundleChild';

/** A few saves long, so that every stage of a save is struck. */
const killWithinMs = 20;

export interface KillReport {
  kills: number;
  /** Saves that the child was told of as done. */
  acknowledged: number;
  /** Kills that struck between the first byte of a save and its end. */
  midSave: number;
  /** Narratives whose file was older than the last acknowledged save, or gone. */
  lost: number;
  /** Files that could not be read as they stood. */
  damaged: number;
  /** Temp files that were still there after the next start. */
  leftovers: number;
  /** Starts that told of the end by force. */
  told: number;
}

/**
 * Kills a process that writes into a library, again and again at no particular moment, and looks each time at
 * what is left. `child` is the TypeScript file of that process, `workFolder` an empty folder.
 */
export async function runKillLoop(options: {
  kills: number;
  child: string;
  workFolder: string;
}): Promise<KillReport> {
  const report = {
    kills: options.kills,
    acknowledged: 0,
    midSave: 0,
    lost: 0,
    damaged: 0,
    leftovers: 0,
    told: 0,
  };
  const program = await bundleChild(options.child, join(options.workFolder, 'program'));
  const library = join(options.workFolder, 'library');
  const saved = new Map<string, number>();
  for (let kill = 0; kill < options.kills; kill += 1) {
    const first = Math.max(0, ...saved.values()) + 1;
    report.acknowledged += await writeUntilKilled([program, library, `${first}`], saved);
    if ((await tempFiles(library)).length > 0) report.midSave += 1;
    await inspect(library, saved, report);
  }
  return report;
}

/** Not a wait for something to happen: the few random milliseconds are the moment at which the kill strikes. */
async function writeUntilKilled(args: string[], saved: Map<string, number>): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const savesToWaitFor = randomInt(1, 20);
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [id = '', version = '0'] = line.split(' ');
    saved.set(id, Number(version));
    acknowledged += 1;
    if (acknowledged === savesToWaitFor)
      setTimeout(() => child.kill('SIGKILL'), Math.random() * killWithinMs);
  }
  await exited;
  return acknowledged;
}

async function inspect(library: string, saved: Map<string, number>, report: KillReport): Promise<void> {
  const store = await openLibrary(library, {
    now: () => new Date(),
    newId: () => narrativeIdSchema.parse(randomUUID()),
  });
  const notices = store.notices();
  report.told += notices.filter(({ message }) =>
    message.startsWith('Dateline closed without warning'),
  ).length;
  for (const [name, version] of saved) {
    const id: NarrativeId = narrativeIdSchema.parse(name);
    const stored = store.has(id) ? Number((await store.read(id)).file.meta.name) : -1;
    if (stored < version) report.lost += 1;
  }
  const problems = (await store.verify({ repair: false })).problems.length;
  report.damaged += problems + notices.filter(({ message }) => message.includes('damaged')).length;
  report.leftovers += (await tempFiles(library)).length;
  await store.close();
}

async function tempFiles(library: string): Promise<string[]> {
  const names = await readdir(library, { recursive: true });
  return names.filter((name) => name.endsWith('.tmp'));
}
