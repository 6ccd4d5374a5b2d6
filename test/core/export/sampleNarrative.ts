import { readFileSync } from 'node:fs';
import { defaultExportOptions } from '../../../core/api/shapes';
import type { ExportDocument } from '../../../core/export/exportDocument';
import { parseDialect } from '../../../core/import/markdown/readDialect';
import { narrativeMetaSchema } from '../../../core/narrative/meta';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import { canonicalDoc } from '../../../core/narrative/schema';

export const meta = narrativeMetaSchema.parse({
  id: 'fairmend-7f3k',
  name: 'Fairmend',
  createdAt: '2026-11-23T09:00:00.000Z',
  updatedAt: '2026-11-23T09:41:00.000Z',
  stage: 'drafting',
  draft: 7,
  language: 'en-GB',
  confidentiality: 'For Osterby only',
  lastPlace: null,
});

/** The example that the format's own description shows. */
export function documentedExample(): string {
  const page = readFileSync(new URL('../../../docs/markdown-format.md', import.meta.url), 'utf8');
  return /````markdown\n([\s\S]*?)````/.exec(page)?.[1] ?? '';
}

/** A small whole narrative with every construct in it. */
export function sampleContent(): NarrativeContent {
  return parseDialect(documentedExample()).content;
}

export function exportDocument(
  content: NarrativeContent = emptyContent(),
  changes: Partial<ExportDocument> = {},
): ExportDocument {
  return {
    meta,
    content,
    options: { ...defaultExportOptions, parts: [...partKeys] },
    assets: new Map(),
    date: '2026-11-23',
    ...changes,
  };
}

/** A narrative of which only the launch plan is written. */
export function withPlan(blocks: RichNode[]): NarrativeContent {
  const content = emptyContent();
  return { ...content, parts: { ...content.parts, plan: canonicalDoc({ type: 'doc', content: blocks }) } };
}
