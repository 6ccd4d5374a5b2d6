import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { narrativeIdSchema } from '../../core/narrative/meta';
import { openLibrary } from '../../storage/library';
import { sampleNarrative } from './sampleNarrative';

/* Run as a process of its own: writes version after version, and tells of each once it is said to be saved. */
const [folder = '', first = '1'] = process.argv.slice(2);
const store = await openLibrary(folder, {
  now: () => new Date(),
  newId: () => narrativeIdSchema.parse(randomUUID()),
});
const names = ['one', 'two', 'three'];
const files = names.map((name) => sampleNarrative(name, 'A sentence of five words. '.repeat(400)));
for (let version = Number(first); ; version += 1) {
  const file = files[version % files.length];
  if (!file) break;
  await store.write({ ...file, meta: { ...file.meta, name: `${version}` } });
  writeSync(1, `${file.meta.id} ${version}\n`);
}
