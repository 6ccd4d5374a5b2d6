import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DatelineError } from '../core/api/errors';
import { isAssetDamaged } from './assets';
import { orNullIfMissing } from './diskErrors';
import { readStamped } from './durableFile';
import { idOfFile } from './layout';
import type { LibraryParts } from './libraryParts';
import type { VerifyReport } from './libraryStore';
import { narrativeCodec } from './narrativeCodec';
import type { NarrativeShelf } from './narrativeShelf';
import { findUnusedAssets } from './unusedAssets';
import { entryIdOf, readEntry } from './versionEntries';
import { readVersion } from './versions';

interface Verification {
  parts: LibraryParts;
  shelf: NarrativeShelf;
  repair: boolean;
}

/** Reads every file of a library from its first byte to its last; changes something only to repair. */
export async function verifyLibrary(verification: Verification): Promise<VerifyReport> {
  const report: VerifyReport = { checked: 0, problems: [], unused: null };
  await verifyNarratives(verification, report);
  await verifyTrash(verification, report);
  await verifyVersions(verification, report);
  // What a narrative names that could not be read, nobody knows. A file that is not ours is searched as text.
  const isKnown = report.problems.every(({ code }) => code === 'file-wrong-type');
  await verifyAssets(verification, report);
  if (isKnown) report.unused = await putUnusedAside(verification);
  return report;
}

async function verifyNarratives(verification: Verification, report: VerifyReport): Promise<void> {
  const { layout } = verification.parts;
  for (const name of await readdir(layout.narratives)) {
    if (name.startsWith('.') || name.endsWith('.prev') || name.endsWith('.prev.new')) continue;
    const file = `narratives/${name}`;
    const id = idOfFile(name);
    report.checked += 1;
    if (id === null) {
      report.problems.push({
        file,
        code: 'file-wrong-type',
        message: 'Not a file of Dateline.',
        repaired: null,
      });
      continue;
    }
    const error = await readingError(join(layout.narratives, name));
    if (!error) continue;
    const canRepair = verification.repair && error.code === 'file-damaged';
    const repaired = canRepair ? await repairNarrative(id, verification) : null;
    report.problems.push({ file, code: error.code, message: error.message, repaired });
  }
}

async function repairNarrative(
  id: NonNullable<ReturnType<typeof idOfFile>>,
  { parts, shelf }: Verification,
): Promise<string> {
  const record = shelf.record(id);
  try {
    await record.read();
    return record.takeNotices().at(-1)?.message ?? 'It can be read again.';
  } catch (thrown) {
    if (!(thrown instanceof DatelineError) || thrown.code !== 'file-damaged') throw thrown;
    const where = await record.exclusively(() => parts.kept.moveIn(parts.layout.narrative(id)));
    parts.index.remove(id);
    return `No earlier version is here. It was moved to ${where}.`;
  }
}

async function verifyTrash({ parts }: Verification, report: VerifyReport): Promise<void> {
  for (const name of await readdir(parts.layout.trash)) {
    if (!name.endsWith('.json')) continue;
    report.checked += 1;
    const error = await readingError(join(parts.layout.trash, name));
    if (error) {
      const { code, message } = error;
      report.problems.push({ file: `trash/${name}`, code, message, repaired: null });
    }
  }
}

/** Versions are beside the narrative, so that a damaged one costs nobody a word of the present. */
async function verifyVersions({ parts, repair }: Verification, report: VerifyReport): Promise<void> {
  const { layout, kept } = parts;
  const entries = await orNullIfMissing(readdir(layout.versions, { recursive: true, withFileTypes: true }));
  for (const entry of entries ?? []) {
    const isContent = entry.name.endsWith('.json.gz');
    if (!entry.isFile() || (!isContent && entryIdOf(entry.name) === null)) continue;
    report.checked += 1;
    const path = join(entry.parentPath, entry.name);
    if ((isContent ? await readVersion(path) : await readEntry(path)) !== null) continue;
    report.problems.push({
      file: relative(layout.root, path).replaceAll('\\', '/'),
      code: 'file-damaged',
      message: 'This kept version cannot be read. The narrative itself is not touched by that.',
      repaired: repair ? `It was moved to ${await kept.moveIn(path)}.` : null,
    });
  }
}

async function verifyAssets({ parts, repair }: Verification, report: VerifyReport): Promise<void> {
  for (const name of await readdir(parts.layout.assets)) {
    if (name.startsWith('.')) continue;
    report.checked += 1;
    const path = join(parts.layout.assets, name);
    const bytes = await orNullIfMissing(readFile(path));
    if (bytes === null || !isAssetDamaged(name, bytes)) continue;
    const repaired = repair ? `It was moved to ${await parts.kept.moveIn(path)}.` : null;
    const message = 'This picture or attached file is not the one that was stored.';
    report.problems.push({ file: `assets/${name}`, code: 'file-damaged', message, repaired });
  }
}

/** Moved aside and not removed, so that a person can bring back what is missed. */
async function putUnusedAside({ parts, repair }: Verification): Promise<VerifyReport['unused']> {
  const { layout, kept, ports } = parts;
  const unused = await findUnusedAssets(layout, ports.now());
  if (unused === null) return null;
  const told: NonNullable<VerifyReport['unused']> = [];
  for (const { name, size } of unused) {
    const movedTo = repair ? await kept.moveIn(join(layout.assets, name)) : null;
    told.push({ file: `assets/${name}`, size, movedTo });
  }
  return told;
}

async function readingError(path: string): Promise<DatelineError | null> {
  try {
    const found = await readStamped(path);
    if (found) narrativeCodec.decode(found.text);
    return null;
  } catch (thrown) {
    if (thrown instanceof DatelineError) return thrown;
    return new DatelineError('file-damaged', 'This file cannot be read from the disk.');
  }
}
