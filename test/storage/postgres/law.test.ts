import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import {
  decodeNarrativeDoc,
  encodeNarrativeDoc,
  partFragment,
  readNarrativeDoc,
} from '../../../core/narrative/narrativeDoc';
import type { LibraryStore } from '../../../storage/libraryStore';
import { Database } from '../../../storage/postgres/database';
import { openDatabaseLibrary } from '../../../storage/postgres/databaseLibrary';
import { hasPostgres, startPostgres } from '../../support/postgres';
import { idOf, sampleNarrative } from '../sampleNarrative';
import { tempFolder, testPorts } from '../testLibrary';

// A database server of its own takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const why = hasPostgres ? '' : ' [SKIPPED: Postgres is not installed; apt-get install postgresql]';
const id = idOf('harbour');
const processes = 3;

/** What happens at one moment: some processes write, and perhaps every connection breaks. */
const moment = fc.record({
  writers: fc.uniqueArray(fc.nat({ max: processes - 1 }), { minLength: 1 }),
  isCut: fc.boolean(),
});

async function open(url: string): Promise<LibraryStore> {
  return openDatabaseLibrary({
    folder: await tempFolder(),
    database: await Database.open(url),
    self: randomUUID(),
    ports: testPorts(),
    report: () => undefined,
  });
}

/** Adds a paragraph to what this process has, and says whether it was told that it is durable. */
async function write(store: LibraryStore, words: string): Promise<boolean> {
  const { file } = await store.read(id);
  const doc = decodeNarrativeDoc(Buffer.from(file.yjs, 'base64'));
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  partFragment(doc, 'release').push([paragraph]);
  const yjs = Buffer.from(encodeNarrativeDoc(doc)).toString('base64');
  try {
    await store.write({ ...file, yjs, content: readNarrativeDoc(doc) });
    return true;
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'unreachable' });
    return false;
  }
}

test.skipIf(!hasPostgres)(
  `whatever processes write at once while connections break, each has all that was called saved (seed 20261)${why}`,
  async () => {
    const postgres = await startPostgres();
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 5 }), async (moments) => {
        const url = postgres.newDatabase();
        const first = await open(url);
        await first.write(sampleNarrative(id));
        const stores = [first, await open(url), await open(url)];
        const admin = await Database.open(url);
        const kept: string[] = [];
        for (const [turn, { writers, isCut }] of moments.entries()) {
          const writing = writers.map(async (writer) => {
            const [words, store] = [`Turn ${turn} of ${writer}.`, stores[writer]];
            if (store && (await write(store, words))) kept.push(words);
          });
          if (isCut) await admin.query(cutOthers);
          await Promise.all(writing);
        }
        await inTime(async () => {
          const files = await Promise.all(stores.map(async (store) => (await store.read(id)).file));
          for (const { content } of files) expect(content).toEqual(files[0]?.content);
          const text = JSON.stringify(files[0]?.content.parts.release);
          expect(kept.filter((words) => !text.includes(words))).toEqual([]);
        });
        for (const store of stores) await store.close();
        await admin.close();
      }),
      { numRuns: 6 },
    );
  },
);

/** What a cut connection held is told after the database's patience of ten seconds at the latest, then tried again. */
const inTime = (check: () => Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 45_000, interval: 50 });

const cutOthers = `select pg_terminate_backend(pid) from pg_stat_activity
  where pid <> pg_backend_pid() and datname = current_database()`;
