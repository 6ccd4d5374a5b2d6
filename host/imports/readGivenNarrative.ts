import type { NarrativeFile } from '../../core/format/narrativeFile';
import { narrativeIdSchema } from '../../core/narrative/meta';
import type { StoredFiles } from '../exports/exportDocument';
import type { Importer } from '../importers/importer';
import { newMeta } from '../narratives/draftNarrative';
import { readGivenFile } from './readGivenFile';

export interface GivenNarrative extends NarrativeFile {
  files: StoredFiles;
}

/** Reads a file as a narrative without a library, for checks and exports of a file alone. */
export async function readGivenNarrative(
  path: string,
  ports: { now: Date; newId: () => string; importer: Importer },
): Promise<GivenNarrative> {
  const { importer, now, newId } = ports;
  const read = await importer.read({ ...(await readGivenFile(path)), placing: 'told' });
  const id = read.originalId ?? read.mark?.id ?? narrativeIdSchema.parse(newId());
  return {
    ...read.shared,
    content: read.content,
    meta: newMeta(id, now, read.meta),
    files: {
      readAsset: async (name) => read.pictures.get(name)?.bytes ?? null,
      hasAsset: async (name) => read.pictures.has(name),
    },
  };
}
