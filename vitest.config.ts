import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Vitest 5 groups its failure report with `Map.groupBy`, which Node 20 does not have yet. */
Map.groupBy ??= function groupBy<K, T>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => K,
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** A busy browser is waited for as patiently as a person would; a condition that stays false still fails. */
const browserPatience = { expect: { poll: { timeout: 10_000 } } };

const browserTests = ['test/journeys/**/*.test.ts', 'test/**/*.browser.test.ts'];

/** One project for each stage of `npm test`; build/test.mjs runs them in order. */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    setupFiles: [fileURLToPath(new URL('test/support/lawSeed.ts', import.meta.url))],
    // Tests wait for disks and browsers often, so one file at a time would leave half of a small machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // They change nothing outside of themselves, so their files may share what was imported once.
      project('unit', ['test/{core,templates,build,renderer,packet}/**/*.test.ts'], { isolate: false }),
      project('smoke', ['test/smoke/**/*.test.ts']),
      project('integration', ['test/{storage,host,cli,server,contract}/**/*.test.ts']),
      {
        ...project('electron', ['test/electron/**/*.test.ts'], browserPatience),
        resolve: {
          alias: { electron: fileURLToPath(new URL('test/electron/electronDouble.ts', import.meta.url)) },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: browserTests,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...browserPatience,
        },
      },
    ],
  },
});

function project(
  name: string,
  include: string[],
  options: Partial<typeof browserPatience> & { isolate?: boolean } = {},
) {
  return {
    extends: true as const,
    test: { name, include, exclude: browserTests, testTimeout: 30_000, hookTimeout: 60_000, ...options },
  };
}
