import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runKillLoop } from './killLoop';
import { tempFolder } from './testLibrary';

test('25 kills in the middle of saving lose nothing that was acknowledged and damage nothing', async () => {
  const child = fileURLToPath(new URL('killChild.ts', import.meta.url));
  const report = await runKillLoop({ kills: 25, child, workFolder: await tempFolder() });
  expect(report).toMatchObject({ kills: 25, lost: 0, damaged: 0, leftovers: 0, told: 25 });
  expect(report.acknowledged).toBeGreaterThan(25);
  // Otherwise no kill would have proved anything.
  expect(report.midSave).toBeGreaterThan(0);
}, 120_000);
