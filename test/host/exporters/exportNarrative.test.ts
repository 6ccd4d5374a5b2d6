import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions, type ExportOptions } from '../../../core/api/shapes';
import type { ExportDocument } from '../../../core/export/exportDocument';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import { canonicalDoc, narrativeSchema } from '../../../core/narrative/schema';
import { importFile } from '../../../host/importers/importFile';
import { letterPosition } from '../../../renderer/editor/pages/letterPosition';
import { anyNarrative, oddNarrative } from '../../core/export/narrativeArbitrary';
import { exportDocument, sampleContent, withPlan } from '../../core/export/sampleNarrative';
import { threadedAssets, threadedContent } from '../../core/export/threadedNarrative';
import { askPdf, hasPdfTools } from '../../support/pdfTools';
import { templates } from '../newHost';
import { idle, startExporter } from './startExporter';

const exporter = startExporter();

function documentWith(content: NarrativeContent, options: Partial<ExportOptions> = {}): ExportDocument {
  return exportDocument(content, { options: { ...defaultExportOptions, parts: [...partKeys], ...options } });
}

const words = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

const longRelease = () => {
  const content = sampleContent();
  const section = content.parts.release.content?.find((node) => node.attrs?.key === 'solution');
  const sentences = (from: number) =>
    Array.from({ length: 12 }, (_, at) => `Price ${from + at} comes first.`);
  const paragraphs = Array.from({ length: 30 }, (_, index) => words(sentences(index * 12).join(' ')));
  section?.content?.push(...paragraphs);
  return content;
};

const question = (text: string): RichNode => ({
  type: 'faqItem',
  content: [{ type: 'faqQuestion', content: [{ type: 'text', text }] }, words('An answer.')],
});

const isReadable = hasPdfTools() || process.env.CI !== undefined;
if (!isReadable)
  console.warn('SKIPPED: PDFs are not read back, as pdftotext, pdfinfo or qpdf is not installed.');

describe.runIf(isReadable)('a PDF read back by other tools', () => {
  it('is sound, tagged and titled, and holds every part and page number', async () => {
    const { bytes, fileName, warnings } = await exporter().run(documentWith(sampleContent()), 'pdf', idle);
    expect(askPdf('check', bytes)).toContain('No syntax or stream encoding errors');
    const info = askPdf('info', bytes);
    expect(info).toMatch(/Title:\s+Osterby launches Fairmend/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Pages:\s+9/);
    const text = askPdf('text', bytes);
    for (const line of ['Contents', 'Customer FAQ', 'Film the fault', 'For Osterby only', '9 of 9'])
      expect(text).toContain(line);
    expect(fileName).toBe('Fairmend-draft-7.pdf');
    expect(warnings.map(({ code }) => code)).toEqual(['missing-picture']);
  });

  it('is exactly the press release when asked for it, on one page', async () => {
    const document = documentWith(sampleContent(), { layout: 'release', paper: 'letter', lineNumbers: true });
    const { bytes, warnings } = await exporter().run(document, 'pdf', idle);
    expect(askPdf('info', bytes)).toMatch(/Pages:\s+1\n/);
    expect(askPdf('info', bytes)).toContain('612 x 792');
    const text = askPdf('text', bytes);
    expect(text).toContain('Leeds, 14 September 2027');
    expect(text).not.toContain('Customer FAQ');
    expect(warnings.map(({ code }) => code)).not.toContain('standard-dropped');
  });

  it('names who made it in the metadata only, and nobody where the settings name nobody', async () => {
    const named = { ...documentWith(sampleContent()), author: 'Ada Lindqvist' };
    const { bytes } = await exporter().run(named, 'pdf', idle);
    expect(askPdf('info', bytes)).toMatch(/Author:\s+Ada Lindqvist/);
    expect(askPdf('text', bytes)).not.toContain('Lindqvist');
    const unnamed = await exporter().run(documentWith(sampleContent()), 'pdf', idle);
    expect(askPdf('info', unnamed.bytes)).not.toContain('Author:');
  });

  it('keeps hostile words literal', async () => {
    const lines = [
      '#read("/etc/passwd")',
      '<script>alert(1)</script>',
      '*not bold* _nor this_ $x$ @ref <label>',
      '#set page(width: 1pt)',
      'Привет, мир',
      '日本語の文',
      'שלום',
    ];
    const { bytes } = await exporter().run(documentWith(withPlan(lines.map(words))), 'pdf', idle);
    const text = askPdf('text', bytes);
    for (const line of lines.filter((one) => one !== 'שלום')) expect(text).toContain(line);
    expect(text).not.toContain('root:');
  });
});

describe.runIf(isReadable)('the thread in a PDF', () => {
  const threaded = (options: Partial<ExportOptions> = {}) => ({
    ...documentWith(threadedContent(), options),
    assets: threadedAssets,
  });
  const linksIn = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype \/Link/g)?.length ?? 0;

  it('is cross-references, with pages, and an appendix that is bookmarked', async () => {
    const { bytes, warnings } = await exporter().run(threaded(), 'pdf', idle);
    expect(warnings).toEqual([]);
    expect(askPdf('check', bytes)).toContain('No syntax or stream encoding errors');
    const text = askPdf('text', bytes).replaceAll(/\s+/g, ' ');
    for (const words of [
      'P1 · question 2 · step 2',
      'mended by Friday p. 2',
      'Use case: Nobody was promised this p. 5',
      'They see a price',
    ])
      expect(text).toContain(words);
    const without = await exporter().run(threaded({ thread: false }), 'pdf', idle);
    expect(linksIn(bytes)).toBeGreaterThan(linksIn(without.bytes) + 12);
    expect(askPdf('text', without.bytes)).not.toMatch(/P1|Golden thread/);
  });

  it('is led to where it stands, not to its line in the contents', async () => {
    const content = threadedContent();
    const [promise = ''] = Object.keys(content.promises);
    const mark = { type: 'promise', attrs: { id: promise } } as const;
    const heading: RichNode = {
      type: 'heading',
      attrs: { level: 2, id: null, from: '' },
      content: [{ type: 'text', text: 'What is promised', marks: [mark] }],
    };
    content.parts.release = canonicalDoc({ type: 'doc', content: [heading, words('And kept.')] });
    const document = { ...documentWith(content), assets: threadedAssets };
    const { bytes } = await exporter().run(document, 'pdf', idle);
    expect(askPdf('text', bytes).split('What is promised').length).toBeGreaterThan(2);
  });

  it('never stands beside the release alone', async () => {
    const bare = { ...threadedContent(), promises: {}, links: {} };
    const alone = await exporter().run(threaded({ layout: 'release' }), 'pdf', idle);
    const before = await exporter().run(
      { ...documentWith(bare, { layout: 'release' }), assets: threadedAssets },
      'pdf',
      idle,
    );
    expect(Buffer.compare(alone.bytes, before.bytes)).toBe(0);
  });

  it('says what is missing of a screen', async () => {
    const { bytes, warnings } = await exporter().run({ ...threaded(), assets: new Map() }, 'pdf', idle);
    expect(warnings.map(({ code }) => code)).toEqual(['missing-picture']);
    expect(askPdf('text', bytes)).toContain('The screen “The price” is missing');
  });
});

describe.runIf(isReadable)('the reading copy', () => {
  it('begins with one page on how to read it, then calls each part by a letter and each line by a number', async () => {
    const { bytes, fileName, warnings } = await exporter().run(
      documentWith(sampleContent(), { layout: 'reading' }),
      'pdf',
      idle,
    );
    expect(warnings.map(({ code }) => code)).toEqual(['missing-picture']);
    expect(fileName).toBe('Fairmend-reading-copy-draft-7.pdf');
    const [first = '', second = '', third = ''] = askPdf('text', bytes).split('\f');
    expect(first).toContain('How to read this');
    expect(first.replaceAll(/\s+/g, ' ')).toMatch(/About \d+ minutes? at a calm pace/);
    expect(first).not.toMatch(/^\d+$\n^\d+$\n^\d+$/m);
    expect(second).toContain('A Customer');
    expect(third).toContain('B Press release');
    // Line numbers are no part of the text that is read aloud or copied, but they stand on the page.
    expect(askPdf('text', bytes)).toMatch(/^2$/m);
  });
});

describe.runIf(isReadable)('the pages of a PDF', () => {
  it('breaks what is too long for a line, and copies as it was written', async () => {
    const long = '0123456789abcdef'.repeat(12);
    const code: RichNode = { type: 'codeBlock', content: [{ type: 'text', text: `run ${long}` }] };
    const { bytes } = await exporter().run(documentWith(withPlan([words(long), code])), 'pdf', idle);
    const ends = [...askPdf('places', bytes).matchAll(/xMax="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(ends.length).toBeGreaterThan(10);
    expect(Math.max(...ends)).toBeLessThanOrEqual(595.28 - 76);
    expect(askPdf('text', bytes).replace(/\s/g, '').split(long)).toHaveLength(3);
  });

  it('names the questions of a long FAQ in the bookmarks and not in the contents', async () => {
    const contentsOf = async (count: number) => {
      const content = emptyContent();
      const questions = Array.from({ length: count }, (_, index) => question(`Question ${index} of many?`));
      content.parts.customerFaq = canonicalDoc({ type: 'doc', content: questions });
      const { bytes } = await exporter().run(documentWith(content), 'pdf', idle);
      expect(Buffer.from(bytes).toString('latin1')).toContain('/Outlines');
      return askPdf('text', bytes).split('Question 0 of many?').length - 1;
    };
    expect(await contentsOf(12)).toBe(2);
    expect(await contentsOf(60)).toBe(1);
  });

  it.each(['consumer-app', 'internal-tool', 'web-service'])(
    'fits the release of the sample %s on one page of either paper',
    async (sample) => {
      const bytes = readFileSync(join(templates, 'samples', `${sample}.md`));
      const { content } = await importFile({ fileName: `${sample}.md`, bytes });
      for (const paper of ['a4', 'letter'] as const) {
        const { warnings } = await exporter().run(
          documentWith(content, { layout: 'release', paper }),
          'pdf',
          idle,
        );
        expect(warnings).toEqual([]);
      }
    },
  );

  it.each(['consumer-app', 'internal-tool', 'web-service'])(
    'keeps the release of %s on its one page in the whole narrative, with its sources and its thread',
    async (sample) => {
      const bytes = readFileSync(join(templates, 'samples', `${sample}.md`));
      const { content } = await importFile({ fileName: `${sample}.md`, bytes });
      for (const paper of ['a4', 'letter'] as const) {
        const parts = partKeys.filter((part) => part !== 'brief');
        const exported = await exporter().run(documentWith(content, { paper, parts }), 'pdf', idle);
        const pages = askPdf('text', exported.bytes).split('\f');
        expect(pages[2]).toContain('Customer FAQ');
        expect(pages[1]).toMatch(/(?:Known|Heard): /);
      }
    },
  );

  it('gives a release of several pages as many in the whole narrative', async () => {
    const document = documentWith(longRelease());
    const { releasePages, parts } = await exporter().gauge(document);
    const release = parts.find(({ part }) => part === 'release');
    expect(1 + (release?.last ?? 0) - (release?.first ?? 0)).toBe(releasePages);
  });

  it('lists its headings as bookmarks', async () => {
    const { bytes } = await exporter().run(documentWith(sampleContent()), 'pdf', idle);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Outlines');
  });
});

describe('a PDF', () => {
  it('has the same bytes when it is made again', async () => {
    const first = await exporter().run(documentWith(sampleContent()), 'pdf', idle);
    await exporter().run(documentWith(withPlan([words('Something else.')])), 'pdf', idle);
    const second = await exporter().run(documentWith(sampleContent()), 'pdf', idle);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('can be made of any narrative, under any standard', { timeout: 120_000 }, async () => {
    const standard = fc.constantFrom('ua-1', 'a-2a', 'none');
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyNarrative, oddNarrative), standard, async (content, wanted) => {
        const document = documentWith(content, { standard: wanted, lineNumbers: wanted === 'ua-1' });
        const { bytes } = await exporter().run(document, 'pdf', idle);
        expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('can be made before anything is written', async () => {
    for (const layout of ['release', 'narrative'] as const) {
      const { warnings } = await exporter().run(documentWith(emptyContent(), { layout }), 'pdf', idle);
      expect(warnings).toEqual([]);
    }
    expect(await exporter().gauge(documentWith(emptyContent()))).toMatchObject({
      releasePages: 1,
      parts: [],
    });
  });

  it('names characters that no font has, and drops the standard they break', async () => {
    // Unicode gives plane 5 no characters, so no installed font can hold this one.
    const document = documentWith(withPlan([words('a sign \u{50000} from nowhere')]));
    const { warnings } = await exporter().run(document, 'pdf', idle);
    expect(warnings.map(({ code }) => code)).toEqual(['missing-glyphs', 'standard-dropped']);
    expect(warnings[0]?.message).toContain('\u{50000}');
  });

  it('puts a note where a picture is broken, and says so', async () => {
    const picture: RichNode = { type: 'image', attrs: { asset: 'a.png', alt: 'A plate', caption: '' } };
    const bytes = new TextEncoder().encode('not a picture');
    const document: ExportDocument = {
      ...documentWith(withPlan([picture, words('after it')])),
      assets: new Map([['a.png', { bytes, mime: 'image/png', width: 10, height: 10 }]]),
    };
    const { warnings } = await exporter().run(document, 'pdf', idle);
    expect(warnings.map(({ code }) => code)).toEqual(['missing-picture']);
  });

  it.skipIf(!hasPdfTools())('prints the footnote of a heading once, not in the contents too', async () => {
    const mark = { type: 'evidence', attrs: { id: 'c1' } } as const;
    const asked = question('');
    asked.content = [
      { type: 'faqQuestion', content: [{ type: 'text', text: 'Why six days?', marks: [mark] }] },
      words('An answer.'),
    ];
    const content = emptyContent();
    content.parts.customerFaq = canonicalDoc({ type: 'doc', content: [asked] });
    const card = { what: 'Ledger', who: '', when: '', link: '', asset: '', note: '', setBy: '', setAt: '' };
    content.evidence = { c1: { ...card, id: 'c1', state: 'known' } };
    const { bytes } = await exporter().run(documentWith(content), 'pdf', idle);
    const text = askPdf('text', bytes);
    expect(text.match(/Known: Ledger\./g)).toHaveLength(1);
    expect(text).toMatch(/1\s*Known: Ledger/);
    expect(text).not.toMatch(/2\s*Known/);
  });

  it('can be stopped', async () => {
    const stopped = { ...idle, signal: AbortSignal.abort() };
    await expect(exporter().run(documentWith(sampleContent()), 'pdf', stopped)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('the page gauge', () => {
  it('knows pages, fill and where page 2 begins, from the layout that is printed', async () => {
    const short = await exporter().gauge(documentWith(sampleContent()));
    expect(short).toMatchObject({ releasePages: 1, secondPageSection: null });
    expect(short.lastPageFill).toBeGreaterThan(0.3);
    expect(short.lastPageFill).toBeLessThan(0.8);
    expect(short.parts.map(({ part }) => part)).toEqual([...partKeys]);
    const long = await exporter().gauge(documentWith(longRelease()));
    expect(long.releasePages).toBeGreaterThan(1);
    expect(long.secondPageSection).toBe('solution');
  });

  it.runIf(isReadable)('begins page 2 in the editor at the words that begin it on paper', async () => {
    for (const paper of ['a4', 'letter'] as const) {
      const content = longRelease();
      const document = documentWith(content, { layout: 'release', paper });
      const { releaseBreaks } = await exporter().gauge(document);
      const { bytes } = await exporter().run(document, 'pdf', idle);
      const [, ...later] = askPdf('text', bytes).split('\f');
      expect(later.length).toBeGreaterThan(2);
      expect(releaseBreaks.map(({ page }) => page)).toEqual(later.slice(1).map((_, index) => index + 2));
      const doc = narrativeSchema.nodeFromJSON(content.parts.release);
      for (const { page, letters } of releaseBreaks) {
        const [, printed = ''] = (later[page - 2] ?? '').split('not reviewed yet');
        const position = letterPosition(doc, letters) ?? -1;
        const inEditor = doc.textBetween(position, doc.content.size, ' ').slice(0, 40);
        expect(printed.trim().replaceAll(/\s+/g, ' ')).toMatch(new RegExp(`^${inEditor}`));
      }
    }
  });

  it('warns when the release takes more than a page', async () => {
    const document = documentWith(longRelease(), { layout: 'release' });
    const { warnings } = await exporter().run(document, 'pdf', idle);
    expect(warnings.map(({ code }) => code)).toContain('over-one-page');
  });
});

describe('a preview', () => {
  it('draws the page that was asked for, and only that', async () => {
    const document = documentWith(sampleContent());
    const third = await exporter().preview(document, 3);
    expect(third).toMatchObject({ page: 3, pageCount: 9 });
    expect(third.svg).toMatch(/^<svg viewBox="0 0 595[.\d]* 841[.\d]*"/);
    expect(third.svg).not.toMatch(/<script|foreignObject|\son[a-z]+=/i);
    expect((await exporter().preview(document, 99)).page).toBe(9);
    expect((await exporter().preview(document, 1)).svg).not.toBe(third.svg);
  });

  it('draws the page on which a place stands', async () => {
    const document = documentWith(
      withPlan(Array.from({ length: 60 }, (_, index) => words(`Day ${index} of many.`))),
    );
    const { pageCount } = await exporter().preview(document, 1);
    const first = await exporter().preview(document, 1, { part: 'plan', letters: 0 });
    const last = await exporter().preview(document, 1, { part: 'plan', letters: 60 * 12 });
    expect(last.page).toBe(pageCount);
    expect(first.page).toBeLessThan(last.page);
    const lettersOf = (svg: string) => svg.split('<use').length;
    expect(lettersOf(last.svg)).toBe(lettersOf((await exporter().preview(document, pageCount)).svg));
    const elsewhere = documentWith(sampleContent(), { parts: ['plan'] });
    expect(await exporter().preview(elsewhere, 1, { part: 'brief', letters: 4 })).toMatchObject({ page: 1 });
  });
});
