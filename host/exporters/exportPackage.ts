import { type Zippable, zipSync } from 'fflate';
import type { ExportWarning } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';
import { encodeNarrativeFile } from '../../core/format/narrativeFile';
import { newNarrativeFile } from '../narratives/sharedNarrative';

/** Fixed, so that the same narrative gives the same bytes; the earliest day a zip can name. */
const zipDate = new Date(1980, 0, 1);

/**
 * A `.dateline` file: the narrative's own JSON and its pictures in one zip, to send to people. It carries the
 * shared document itself, so that what two people made of their copies can be merged.
 */
export function exportPackage({ meta, content, shared, assets }: ExportDocument): {
  bytes: Uint8Array;
  warnings: ExportWarning[];
} {
  const file = shared ? { meta, content, ...shared } : newNarrativeFile(meta, content);
  const json = encodeNarrativeFile(file, meta.updatedAt);
  const files: Zippable = { 'narrative.json': Buffer.from(json, 'utf8') };
  // Pictures are compressed already.
  for (const [name, { bytes }] of assets) files[`assets/${name}`] = [bytes, { level: 0 }];
  return { bytes: zipSync(files, { mtime: zipDate }), warnings: [] };
}
