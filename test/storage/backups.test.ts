import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseBackupsToKeep } from '../../storage/backupPlan';
import { idOf, sampleNarrative } from './sampleNarrative';
import { openTestLibrary, tempFolder, testPorts } from './testLibrary';

const hourMs = 60 * 60 * 1000;
const now = new Date('2027-09-14T18:00:00.000Z');
const anyMoment = fc.date({
  min: new Date('2027-08-01T00:00:00.000Z'),
  max: new Date('2027-09-15T00:00:00.000Z'),
  noInvalidDate: true,
});
const anyMoments = fc.array(anyMoment, { maxLength: 60 });
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

test('ten are kept at most, all of them there before, and the newest always', () => {
  fc.assert(
    fc.property(anyMoments, (moments) => {
      const kept = chooseBackupsToKeep(moments, now);
      expect(kept.length).toBeLessThanOrEqual(10);
      expect(moments).toEqual(expect.arrayContaining(kept));
      const newest = Math.max(...moments.map(Number));
      if (moments.length > 0) expect(kept.map(Number)).toContain(newest);
    }),
  );
});

test('three of today are kept, and the newest of each earlier day', () => {
  fc.assert(
    fc.property(anyMoments, (moments) => {
      const kept = chooseBackupsToKeep(moments, now);
      const earlier = kept.filter((moment) => dayOf(moment) < dayOf(now));
      expect(new Set(earlier.map(dayOf)).size).toBe(earlier.length);
      for (const moment of earlier) {
        const sameDay = moments.filter((other) => dayOf(other) === dayOf(moment));
        expect(Number(moment)).toBe(Math.max(...sameDay.map(Number)));
      }
      expect(kept.length - earlier.length).toBeLessThanOrEqual(3);
    }),
  );
});

test('choosing again from what was kept keeps all of it', () => {
  fc.assert(
    fc.property(anyMoments, (moments) => {
      const kept = chooseBackupsToKeep(moments, now);
      expect(chooseBackupsToKeep(kept, now)).toEqual(kept);
    }),
  );
});

test('writing keeps what was there before, once an hour', async () => {
  const folder = await tempFolder();
  const ports = testPorts(now);
  const store = await openTestLibrary(folder, ports);
  const id = idOf('mended');
  await store.write(sampleNarrative('mended', 'One'));
  expect(await store.backups(id)).toEqual([]);
  await store.write(sampleNarrative('mended', 'One two'));
  await store.write(sampleNarrative('mended', 'One two three'));
  expect(await store.backups(id)).toEqual([
    { name: '2027-09-14T18-00-00-000Z', takenAt: now.toISOString(), words: 4 },
  ]);
  ports.time = new Date(now.getTime() + hourMs);
  await store.write(sampleNarrative('mended', 'One two three four'));
  expect((await store.backups(id)).map(({ words }) => words)).toEqual([6, 4]);
  expect(store.lastBackupAt()).toBe(ports.time.toISOString());
  const older = await store.readBackup(id, '2027-09-14T18-00-00-000Z');
  expect(older).toEqual(sampleNarrative('mended', 'One'));
  await store.close();
  expect((await openTestLibrary(folder, ports)).lastBackupAt()).toBe(ports.time.toISOString());
});

test('a backup that is missing, damaged or named like a path is refused', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  const id = idOf('mended');
  await store.write(sampleNarrative('mended'));
  await store.backUp(id);
  const [backup] = await store.backups(id);
  await writeFile(join(folder, 'backups', 'mended', `${backup?.name}.json.gz`), 'no gzip');
  await expect(store.readBackup(id, backup?.name ?? '')).rejects.toMatchObject({ code: 'file-damaged' });
  expect(await store.backups(id)).toEqual([]);
  for (const name of ['2020-01-01T00-00-00-000Z', '../../narratives/mended', '']) {
    await expect(store.readBackup(id, name)).rejects.toMatchObject({ code: 'not-found' });
  }
});
