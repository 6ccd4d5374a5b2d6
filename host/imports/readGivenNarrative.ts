import type { ExportAsset } from '../../core/export/exportDocument';
import { type NarrativeMeta, narrativeIdSchema } from '../../core/narrative/meta';
import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import { storedAsset } from '../assets/assets';
import { importFile } from '../importers/importFile';
import { newMeta } from '../narratives/draftNarrative';
import { readGivenFile } from './readGivenFile';

export interface GivenNarrative {
  meta: NarrativeMeta;
  content: NarrativeContent;
  readAsset: (name: string) => Promise<ExportAsset | null>;
}

/** Reads a file as a narrative without a library, for checks and exports of a file alone. */
export async function readGivenNarrative(
  path: string,
  ports: { now: Date; newId: () => string },
): Promise<GivenNarrative> {
  const { content, meta, assets } = await importFile(await readGivenFile(path));
  const pictures = new Map(assets.map(({ name, bytes }) => [name, bytes]));
  return {
    content,
    meta: newMeta(narrativeIdSchema.parse(ports.newId()), ports.now, meta),
    readAsset: async (name) => storedAsset(pictures.get(name) ?? null),
  };
}
