import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultExportOptions, type ExportFormat } from '../core/api/shapes';
import type { ExportDocument } from '../core/export/exportDocument';
import { narrativeMetaSchema } from '../core/narrative/meta';
import { emptyContent, type NarrativeContent } from '../core/narrative/narrativeDoc';
import type { PartKey } from '../core/narrative/parts';
import type { RichNode } from '../core/narrative/richText';
import { createExporter, type Exporter } from '../host/exporters/exportNarrative';
import { importFile } from '../host/importers/importFile';
import { paragraphs, wordsPerPage } from './prose';
import { root } from './root';

export type PdfSize = 'small' | 'large';

export const largeWords = 105_000;
const now = '2026-11-23T09:00:00.000Z';

/** The narrative that is printed: a sample, or a launch plan as long as a book. */
export async function pdfDocument(size: PdfSize): Promise<ExportDocument> {
  const meta = narrativeMetaSchema.parse({
    id: 'bench-pdf',
    name: 'Bench',
    createdAt: now,
    updatedAt: now,
    stage: 'drafting',
    draft: 1,
    language: 'en-GB',
    confidentiality: '',
    lastPlace: null,
  });
  const sample = await sampleContent();
  const content = size === 'small' ? sample : largeContent(sample);
  return { meta, content, options: defaultExportOptions, assets: new Map(), date: '2026-11-23' };
}

async function sampleContent(): Promise<NarrativeContent> {
  const bytes = await readFile(join(root, 'templates/samples/web-service.md'));
  return (await importFile({ fileName: 'web-service.md', bytes })).content;
}

function largeContent(sample: NarrativeContent): NarrativeContent {
  const content = emptyContent();
  const texts = paragraphs(Math.round(largeWords / wordsPerPage), 7);
  content.parts.release = sample.parts.release;
  content.parts.plan = {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
  return content;
}

/** The same document with one letter more inside the longest paragraph of a part. */
export function withOneLetter(document: ExportDocument, part: PartKey, edit: number): ExportDocument {
  const content = structuredClone(document.content);
  const longest = textsIn(content.parts[part]).reduce((one, other) =>
    (other.text?.length ?? 0) > (one.text?.length ?? 0) ? other : one,
  );
  const text = longest.text ?? '';
  const middle = Math.floor(text.length / 2);
  longest.text = `${text.slice(0, middle)}${String.fromCharCode(97 + (edit % 26))}${text.slice(middle)}`;
  return { ...document, content };
}

function textsIn(node: RichNode): RichNode[] {
  return node.type === 'text' ? [node] : (node.content ?? []).flatMap(textsIn);
}

/** An exporter that has done nothing yet; its worker starts with its first task. */
export function newExporter(): Exporter {
  return createExporter({ templates: join(root, 'templates'), workers: join(root, 'dist/node/') });
}

export async function exportAs(
  exporter: Exporter,
  document: ExportDocument,
  format: ExportFormat,
): Promise<Uint8Array> {
  const control = { signal: new AbortController().signal, progress: () => undefined };
  return (await exporter.run(document, format, control)).bytes;
}
