import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runKillLoop } from '../test/storage/killLoop';
import type { Table } from './report';
import { root } from './root';

/** A process that saves without pause is killed at random moments; what was acknowledged must be there. */
export async function benchKills({ short }: { short: boolean }): Promise<Table> {
  const workFolder = await mkdtemp(join(tmpdir(), 'dateline-kills-'));
  const report = await runKillLoop({
    kills: short ? 10 : 200,
    child: join(root, 'test/storage/killChild.ts'),
    workFolder,
  });
  await rm(workFolder, { recursive: true, force: true });
  return {
    title: 'kill -9 while saving',
    note: 'Goal: nothing damaged, nothing lost that was acknowledged.',
    head: ['kills', 'acknowledged saves', 'lost', 'damaged files', 'leftover temp files'],
    rows: [[report.kills, report.acknowledged, report.lost, report.damaged, report.leftovers].map(String)],
  };
}
