import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type VersionEntry, versionReasons } from '../../core/review/versions/versionEntry';
import { chooseVersionsToKeep } from '../../storage/versionPlan';

const now = new Date('2027-09-14T09:00:00.000Z');
const hourMs = 60 * 60 * 1000;

function entry(hoursAgo: number, content: number, reason: VersionEntry['reason'] = 'session'): VersionEntry {
  const at = new Date(now.getTime() - hoursAgo * hourMs).toISOString();
  const version = content.toString(16).padStart(16, '0');
  return { id: `${at}-${version}-${reason}`, version, at, by: '', draft: 1, reason, name: '', words: 0 };
}

const timeline = fc
  .array(
    fc.tuple(fc.double({ min: -5, max: 9000, noNaN: true }), fc.nat(6), fc.constantFrom(...versionReasons)),
    { maxLength: 60 },
  )
  .map((given) => given.sort(([a], [b]) => a - b).map((each) => entry(...each)));

test('only what was kept by itself goes, and a needed content stays (seed 20261)', () => {
  fc.assert(
    fc.property(timeline, fc.nat(6), (entries, content) => {
      const needed = new Set([entry(0, content).version]);
      const kept = chooseVersionsToKeep(entries, { now, needed });
      expect(kept).toEqual(entries.filter((each) => kept.includes(each)));
      for (const each of entries) if (each.reason !== 'session') expect(kept).toContain(each);
      const first = entries.find(({ version }) => needed.has(version));
      if (first) expect(kept).toContain(first);
    }),
    { numRuns: 300 },
  );
});

test('a year of writing every hour leaves a hundred versions at most: today by the hour, then days, then weeks', () => {
  const entries = Array.from({ length: 365 * 24 }, (_, hour) => entry(hour, hour));
  const kept = chooseVersionsToKeep(entries, { now, needed: new Set() });
  const hoursAgo = kept.map(({ at }) => (now.getTime() - Date.parse(at)) / hourMs);
  expect(hoursAgo.filter((hours) => hours < 24)).toHaveLength(24);
  expect(hoursAgo.filter((hours) => hours >= 24 && hours < 30 * 24)).toHaveLength(30);
  expect(kept.length).toBeLessThanOrEqual(100);
  expect(hoursAgo.at(-1)).toBeGreaterThan(250 * 24);
});

test('of neighbours with one content the newer stays, or the one that was kept for a reason', () => {
  const keptOf = (...entries: VersionEntry[]) => chooseVersionsToKeep(entries, { now, needed: new Set() });
  const [newer, older] = [entry(1, 1), entry(2, 1)];
  expect(keptOf(newer, older)).toEqual([newer]);
  const named = entry(2, 1, 'named');
  expect(keptOf(newer, named)).toEqual([named]);
  expect(keptOf(entry(1, 1), entry(2, 2), entry(3, 1))).toHaveLength(3);
});
