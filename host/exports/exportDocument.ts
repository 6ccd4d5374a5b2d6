import type { ExportOptions } from '../../core/api/shapes';
import type { ExportAsset, ExportDocument } from '../../core/export/exportDocument';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import { partKeys } from '../../core/narrative/parts';
import { type RichNode, stringAttr } from '../../core/narrative/richText';

export interface ExportSource {
  file: NarrativeFile;
  options: ExportOptions;
  /** ISO date printed on the export. */
  date: string;
  /** A picture by name; null when it is missing, which becomes a warning. */
  readAsset: (name: string) => Promise<ExportAsset | null>;
}

/** Gathers all an exporter may read, pictures included. */
export async function gatherExportDocument(source: ExportSource): Promise<ExportDocument> {
  const { file, options, date } = source;
  const assets = new Map<string, ExportAsset>();
  for (const name of assetNames(file.content)) {
    const asset = await source.readAsset(name);
    if (asset) assets.set(name, asset);
  }
  const { meta, content, yjs, review } = file;
  return { meta, content, shared: { yjs, review }, options, date, assets };
}

/** Names of the pictures that a narrative shows or keeps as evidence. */
function assetNames(content: NarrativeContent): Set<string> {
  const names = new Set<string>();
  const visit = (node: RichNode): void => {
    if (node.type === 'image' && stringAttr(node, 'asset') !== '') names.add(stringAttr(node, 'asset'));
    node.content?.forEach(visit);
  };
  for (const part of partKeys) visit(content.parts[part]);
  for (const { asset } of Object.values(content.evidence)) if (asset !== '') names.add(asset);
  return names;
}
