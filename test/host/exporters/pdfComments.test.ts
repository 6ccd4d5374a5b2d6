import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions, type ExportOptions } from '../../../core/api/shapes';
import type { ExportDocument } from '../../../core/export/exportDocument';
import { emptyContent } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import { canonicalDoc } from '../../../core/narrative/schema';
import { createAnchor } from '../../../core/review/createAnchor';
import { readDocText } from '../../../core/review/readPartText';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { anyNarrative } from '../../core/export/narrativeArbitrary';
import { anyRemarks, reviewOf } from '../../core/export/review/reviewArbitrary';
import { exportDocument } from '../../core/export/sampleNarrative';
import { askPdf, hasPdfTools } from '../../support/pdfTools';
import { idle, startExporter } from './startExporter';

const exporter = startExporter();

const common = { at: '2026-11-24T09:00:00.000Z', origin: { kind: 'here', file: '' } } as const;

/** Two questions, with a remark on words of the second one's answer that was replied to and resolved. */
function remarked(options: Partial<ExportOptions>): ExportDocument {
  const content = emptyContent();
  const item = (question: string, answer: string): RichNode => ({
    type: 'faqItem',
    content: [
      { type: 'faqQuestion', content: [{ type: 'text', text: question }] },
      { type: 'paragraph', content: [{ type: 'text', text: answer }] },
    ],
  });
  const questions = [item('Why now?', 'It is wanted.'), item('What does it cost?', 'It costs forty pounds.')];
  content.parts.customerFaq = canonicalDoc({ type: 'doc', content: questions });
  const read = readDocText(content.parts.customerFaq);
  const line = read.lines.find(({ start }) => read.text.startsWith('It costs', start));
  const from = (line?.from ?? 0) + 'It costs '.length;
  const anchor = createAnchor(read, 'customerFaq', { from, to: from + 'forty pounds'.length });
  const records: ReviewRecord[] = [
    { ...common, kind: 'comment', id: 'r1', by: 'Ines', anchor, text: 'Where is forty from?' },
    {
      ...common,
      kind: 'reply',
      id: 'r2',
      by: 'Tomasz',
      thread: 'r1',
      text: 'From the trial.\n#set page(width: 1pt)',
    },
    { ...common, kind: 'resolution', id: 'r3', by: 'Ines', thread: 'r1', isResolved: true },
  ];
  const wanted = { ...defaultExportOptions, parts: [...partKeys], ...options };
  return { ...exportDocument(content, { options: wanted }), review: { records, update: new Uint8Array() } };
}

const textOf = (bytes: Uint8Array) => askPdf('text', bytes).replaceAll(/\s+/g, ' ');

describe.runIf(hasPdfTools() || process.env.CI !== undefined)('comments in a PDF', () => {
  it.each(['narrative', 'reading'] as const)(
    'are named behind their words and listed at the end: %s',
    async (layout) => {
      const { bytes, warnings } = await exporter().run(remarked({ layout, comments: true }), 'pdf', idle);
      expect(warnings).toEqual([]);
      const text = textOf(bytes);
      expect(text).toMatch(/forty pounds ?C1/);
      expect(text).toContain('“forty pounds”');
      expect(text).toContain('Customer FAQ · Resolved');
      expect(text).toContain('Where is forty from?');
      expect(text).toContain('Tomasz 24 November 2026 From the trial. #set page(width: 1pt)');
    },
  );

  it('are in no PDF that was not asked to have them, and never beside the release', async () => {
    for (const options of [{}, { comments: true, layout: 'release' as const }]) {
      const { bytes } = await exporter().run(remarked(options), 'pdf', idle);
      expect(textOf(bytes)).not.toMatch(/forty from|Tomasz|C1/);
    }
  });

  const printed = fc.asyncProperty(anyNarrative, anyRemarks, async (content, remarks) => {
    const layout = 'reading' as const;
    const options = { ...defaultExportOptions, parts: [...partKeys], comments: true, layout };
    const document = { ...exportDocument(content, { options }), review: reviewOf(content, remarks) };
    const { bytes } = await exporter().run(document, 'pdf', idle);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  it('can be printed of any review, under the strictest standard', { timeout: 120_000 }, async () => {
    await fc.assert(printed, { numRuns: 6, endOnFailure: true });
  });
});
