import { describe, expect, it } from 'vitest';
import { defaultExportOptions, type ExportOptions } from '../../../core/api/shapes';
import { partKeys } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import { exportDocument, sampleContent, withPlan } from '../../core/export/sampleNarrative';
import { askPdf, hasPdfTools } from '../../support/pdfTools';
import { idle, startExporter } from './startExporter';

const exporter = startExporter();

const options = (changes: Partial<ExportOptions>): ExportOptions => ({
  ...defaultExportOptions,
  parts: [...partKeys],
  ...changes,
});

describe.runIf(hasPdfTools() || process.env.CI !== undefined)('a PDF for everybody', () => {
  it.each(['narrative', 'reading'] as const)(
    'is tagged, named and bookmarked, its fonts carried in parts: %s',
    async (layout) => {
      const document = exportDocument(sampleContent(), { options: options({ layout }) });
      const { bytes } = await exporter().run(document, 'pdf', idle);
      const info = askPdf('info', bytes);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Keywords:\s+Fairmend, Customer, Press release/);
      expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (en-GB)');
      const [, , ...fonts] = askPdf('fonts', bytes).trimEnd().split('\n');
      expect(fonts.length).toBeGreaterThan(3);
      for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S.* yes yes yes +\d+ +\d+$/);
      const { outlines } = JSON.parse(askPdf('bookmarks', bytes));
      const titles = outlines.map(({ title }: { title: string }) => title.replace(/^[A-Z]\s+/u, ''));
      for (const part of ['Customer', 'Press release', 'Customer FAQ', 'Manual'])
        expect(titles).toContain(part);
    },
  );

  it.each([
    ['ua-1', 'pdfuaid:part>1<'],
    ['a-2a', 'pdfaid:part>2<'],
  ] as const)('keeps the standard %s in every layout, on both papers', async (standard, mark) => {
    for (const layout of ['release', 'narrative', 'reading'] as const) {
      for (const paper of ['a4', 'letter'] as const) {
        const document = exportDocument(sampleContent(), { options: options({ layout, paper, standard }) });
        const { bytes, warnings } = await exporter().run(document, 'pdf', idle);
        expect(warnings.map(({ code }) => code)).not.toContain('standard-dropped');
        expect(Buffer.from(bytes).toString('latin1')).toContain(mark);
      }
    }
  });

  it('prints every script so that it can be copied, or says what no font here has', async () => {
    const samples = {
      Greek: 'Καλημέρα κόσμε',
      Cyrillic: 'Доброе утро',
      Arabic: 'صباح الخير',
      Hebrew: 'בוקר טוב',
      Japanese: '日本語の文章です',
      Korean: '좋은 아침입니다',
      Devanagari: 'नमस्ते दुनिया',
      Thai: 'สวัสดีตอนเช้า',
      emoji: '🚲 📦',
    };
    for (const [script, text] of Object.entries(samples)) {
      const line: RichNode = { type: 'paragraph', content: [{ type: 'text', text }] };
      const document = exportDocument(withPlan([line]), { options: options({}) });
      const { bytes, warnings } = await exporter().run(document, 'pdf', idle);
      const missing = warnings.find(({ code }) => code === 'missing-glyphs');
      if (missing) {
        expect(missing.message, script).toMatch(/Install Noto/);
        continue;
      }
      // Some readers give right-to-left text in the order of its ink; each letter has to be there.
      const letters = (copied: string) => [
        ...copied.normalize('NFKC').replace(/[\s\u200e\u200f\u202a-\u202e]/gu, ''),
      ];
      const copied = new Set(letters(askPdf('text', bytes)));
      for (const letter of letters(text)) expect(copied, `${letter} of ${script}`).toContain(letter);
    }
  });
});
