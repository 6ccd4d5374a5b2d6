import { type Zippable, zipSync } from 'fflate';
import { importLimitBytes } from '../../core/api/contract';
import type { ExportWarning } from '../../core/api/shapes';
import { fileSize } from '../../core/evidence/attachedFile';
import type { ExportDocument } from '../../core/export/exportDocument';
import { ExportWarnings } from '../../core/export/exportWarnings';
import { createSourceLines } from '../../core/export/sourceLines';
import { encodeNarrativeFile } from '../../core/format/narrativeFile';
import { recordsToHandOver } from '../../core/review/packet/handedOver';
import { newNarrativeFile } from '../narratives/sharedNarrative';

/** Fixed, so that the same narrative gives the same bytes; the earliest day a zip can name. */
const zipDate = new Date(1980, 0, 1);

/**
 * A `.dateline` file: the narrative's own JSON, its pictures, drawings and attached files in one zip, to send to people. It carries the
 * shared document itself, so that what two people made of their copies can be merged.
 */
export function exportPackage(document: ExportDocument): { bytes: Uint8Array; warnings: ExportWarning[] } {
  const { meta, content, shared, assets, attachments } = document;
  const file = shared
    ? { meta, content, yjs: shared.yjs, review: recordsToHandOver(shared.review) }
    : newNarrativeFile(meta, content);
  const json = encodeNarrativeFile(file, meta.updatedAt);
  const files: Zippable = { 'narrative.json': Buffer.from(json, 'utf8') };
  // Pictures are compressed already.
  for (const [name, { bytes }] of assets) files[`assets/${name}`] = [bytes, { level: 0 }];
  for (const [name, bytes] of attachments ?? []) if (bytes) files[`assets/${name}`] ??= [bytes, {}];
  const bytes = zipSync(files, { mtime: zipDate });
  return { bytes, warnings: warningsFor(document, bytes.length) };
}

function warningsFor(document: ExportDocument, size: number): ExportWarning[] {
  const warnings = new ExportWarnings();
  const lineOf = createSourceLines(document, warnings);
  for (const record of Object.values(document.content.evidence)) lineOf(record);
  for (const { title, picture } of Object.values(document.content.screens)) {
    const isThere = !picture || document.assets.has(picture.png) || document.attachments?.get(picture.png);
    if (!isThere) warnings.add('missing-picture', `The picture of the screen “${title}” is missing.`);
  }
  if (size > importLimitBytes)
    warnings.add(
      'too-large-to-import',
      `This file has ${fileSize(size)}; Dateline imports up to ${fileSize(importLimitBytes)}. Take large pictures or attached files out before you send it.`,
    );
  return warnings.list();
}
