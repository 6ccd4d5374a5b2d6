import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ExportFormat, exportFormats } from '../../../core/api/shapes';
import { partKeys } from '../../../core/narrative/parts';
import { importFile } from '../../../host/importers/importFile';
import { anyNarrative, oddNarrative } from '../../core/export/narrativeArbitrary';
import { expectNoLeak, plantedDocument, plantMarkers } from '../../core/export/plantedMarkers';
import { exportDocument } from '../../core/export/sampleNarrative';
import { threadedContent } from '../../core/export/threadedNarrative';
import { idle, startExporter } from './startExporter';

const pdfReader = 'pdftotext';
const exporter = startExporter();

describe.each(exportFormats)('every narrative as %s', (format) => {
  it('is written, with warnings that are sentences', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyNarrative, oddNarrative), async (content) => {
        const { bytes, fileName, warnings } = await exporter().run(exportDocument(content), format, idle);
        expect(bytes.length).toBeGreaterThan(50);
        expect(fileName).toMatch(new RegExp(`^[\\p{L}\\p{N}\\p{M}-]+\\.${format}$`, 'u'));
        for (const { message } of warnings) expect(message).toMatch(/[.?]$/);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

/** The words of a file, as the reader of its format sees them. */
const wordsOf: Partial<Record<ExportFormat, (bytes: Uint8Array) => string>> = {
  pdf: (bytes) => {
    const file = join(mkdtempSync(join(tmpdir(), 'dateline-pdf-')), 'narrative.pdf');
    writeFileSync(file, bytes);
    return execFileSync(pdfReader, [file, '-'], { encoding: 'utf8' });
  },
  docx: (bytes) =>
    Object.values(unzipSync(bytes))
      .map((file) => strFromU8(file))
      .join('\n'),
};

function hasPdfReader(): boolean {
  try {
    execFileSync(pdfReader, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return process.env.CI !== undefined;
  }
}
const readable = hasPdfReader() ? (['docx', 'pdf'] as const) : (['docx'] as const);
if (readable.length === 1) console.warn('SKIPPED: PDFs are not read back, as pdftotext is not installed.');

describe.each(readable)('what leaves as %s', (format) => {
  it.each([
    { layout: 'narrative' as const, parts: ['release', 'customerFaq'] as const },
    { layout: 'narrative' as const, parts: ['internalFaq', 'plan'] as const },
    { layout: 'release' as const, parts: partKeys },
  ])('is the chosen parts and nothing beside them: $layout, $parts', async ({ layout, parts }) => {
    const content = plantMarkers(threadedContent());
    const document = plantedDocument(content, { layout, parts: [...parts] });
    const { bytes } = await exporter().run(document, format, idle);
    expectNoLeak(wordsOf[format]?.(bytes) ?? '', document.options);
  });
});

describe('a .dateline file', () => {
  it('comes back with everything that lies in the narrative', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyNarrative, async (random) => {
        const content = plantMarkers(random);
        const { bytes } = await exporter().run(exportDocument(content), 'dateline', idle);
        const read = await importFile({ fileName: 'narrative.dateline', bytes: Buffer.from(bytes) });
        expect(read.content).toEqual(content);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
