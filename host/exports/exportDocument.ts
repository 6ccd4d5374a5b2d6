import type { ExportOptions } from '../../core/api/shapes';
import type { ExportAsset, ExportDocument } from '../../core/export/exportDocument';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import { partKeys } from '../../core/narrative/parts';
import { type RichNode, stringAttr } from '../../core/narrative/richText';
import { storedAsset } from '../assets/assets';

export interface ExportSource {
  file: NarrativeFile;
  options: ExportOptions;
  /** ISO date printed on the export. */
  date: string;
  files: StoredFiles;
  /** True for the format that carries attached files along; the others only name them. */
  carriesFiles: boolean;
}

/** Where pictures and attached files are; one that is missing becomes a warning. */
export interface StoredFiles {
  /** Null when nothing is stored under the name. */
  readAsset(name: string): Promise<Uint8Array | null>;
  hasAsset(name: string): Promise<boolean>;
}

/** Gathers all an exporter may read, pictures and attached files included. */
export async function gatherExportDocument(source: ExportSource): Promise<ExportDocument> {
  const { file, options, date, files } = source;
  const assets = new Map<string, ExportAsset>();
  for (const name of pictureNames(file.content)) {
    const asset = storedAsset(await files.readAsset(name));
    if (asset) assets.set(name, asset);
  }
  const { meta, content, yjs, review } = file;
  const attachments = await gatherAttachments(source);
  return { meta, content, shared: { yjs, review }, options, date, assets, attachments };
}

/** Large files are read only where they are needed, since every preview gathers them anew. */
async function gatherAttachments({ file, files, carriesFiles }: ExportSource) {
  const attachments = new Map<string, Uint8Array | null>();
  for (const { asset } of Object.values(file.content.evidence)) {
    const bytes = carriesFiles && asset !== '' ? await files.readAsset(asset) : null;
    if (bytes || (!carriesFiles && (await files.hasAsset(asset)))) attachments.set(asset, bytes);
  }
  return attachments;
}

/** Names of the pictures that a narrative shows. */
function pictureNames(content: NarrativeContent): Set<string> {
  const names = new Set<string>();
  const visit = (node: RichNode): void => {
    if (node.type === 'image' && stringAttr(node, 'asset') !== '') names.add(stringAttr(node, 'asset'));
    node.content?.forEach(visit);
  };
  for (const part of partKeys) visit(content.parts[part]);
  return names;
}
