import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../../core/api/shapes';
import { markOf } from '../../../core/export/markOf';
import { anchorName, sectionId } from '../../../core/export/thread/anchors';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { RichNode } from '../../../core/narrative/richText';
import { exportDocx } from '../../../host/exporters/docx/exportDocx';
import { anyNarrative, oddNarrative } from '../../core/export/narrativeArbitrary';
import { exportDocument, sampleContent, withPlan } from '../../core/export/sampleNarrative';
import { threadedAssets, threadedContent, tinyPng } from '../../core/export/threadedNarrative';
import { errorsOf, isReadable, readBack, wordsOf, xmlFilesOf } from './wordFile';

const words = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

function documentOf(content: NarrativeContent, changes: Partial<ExportOptions> = {}) {
  const document = exportDocument(content, { assets: threadedAssets });
  return { ...document, options: { ...document.options, ...changes } };
}

/** The files of a Word document, each one of them sound XML or a picture. */
async function write(content: NarrativeContent, changes: Partial<ExportOptions> = {}) {
  const { bytes, warnings } = await exportDocx(documentOf(content, changes));
  const texts = xmlFilesOf(bytes);
  return { bytes, warnings, body: texts.get('word/document.xml') ?? '', texts };
}

const bookmarksOf = (body: string) =>
  [...body.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name);
const anchorsOf = (body: string) =>
  [...body.matchAll(/w:anchor="([^"]+)"|PAGEREF (\S+)/g)].map(([, a, b]) => a ?? b);

/** Every cross-reference leads to a bookmark, and every bookmark is there once, under a name that Word takes. */
function expectLinksToHold(body: string): void {
  const bookmarks = bookmarksOf(body);
  expect(new Set(bookmarks).size).toBe(bookmarks.length);
  for (const name of bookmarks) expect(name).toMatch(/^[A-Za-z_]\w{0,39}$/);
  for (const anchor of anchorsOf(body)) expect(bookmarks).toContain(anchor);
}

describe('a Word document', () => {
  it('is sound and its cross-references hold, for any narrative', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyNarrative, oddNarrative), async (content) => {
        expectLinksToHold((await write(content)).body);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('has the same bytes when it is made again', async () => {
    const first = await write(threadedContent());
    await write(sampleContent());
    const second = await write(threadedContent());
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(first.texts.get('docProps/core.xml')).toContain('2026-11-23T00:00:00Z');
  });

  it('can be made before anything is written, and of the release alone', async () => {
    for (const layout of ['release', 'narrative'] as const) {
      const { warnings } = await write(emptyContent(), { layout });
      expect(warnings).toEqual([]);
    }
    const { body } = await write(threadedContent(), { layout: 'release' });
    expect(body).toContain('The price is known first');
    expect(body).not.toMatch(/P1|Golden thread|dl_(?!section)/);
  });
});

describe('the pages of a Word document', () => {
  const isAsked = (texts: Map<string, string>) => texts.get('word/settings.xml')?.includes('<w:updateFields');

  it('are worked out, for its contents and cross-references', async () => {
    const { body, warnings, texts } = await write(threadedContent());
    expect(body).toMatch(/PAGEREF _Toc1 [\s\S]*?<w:t[^>]*>2<\/w:t>/);
    expect(warnings).toEqual([]);
    expect(isAsked(texts)).toBe(false);
  });

  it('end with the last line of the contents, so that no empty line begins a page', async () => {
    const { body } = await write(threadedContent());
    expect(body).toContain('w:fldCharType="end"/></w:r></w:p></w:sdtContent>');
    expect(body).not.toMatch(/<w:p><w:r><w:fldChar w:fldCharType="end"\/><\/w:r><\/w:p>/);
  });

  it('are left to Word where that would take long, and the writer is told', async () => {
    const { warnings, texts, bytes } = await write(withPlan([words('word '.repeat(20_001))]));
    expect(warnings.map(({ code }) => code)).toEqual(['pages-left-open']);
    expect(isAsked(texts)).toBe(true);
    expect(await errorsOf(bytes)).toEqual([]);
  });
});

describe('what a Word document says about itself', () => {
  it('has its title, its language and what it came from', async () => {
    const document = documentOf(threadedContent());
    const mark = markOf(document);
    const texts = xmlFilesOf((await exportDocx({ ...document, mark })).bytes);
    expect(texts.get('docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
    expect(texts.get('docProps/custom.xml')).toContain('name="dateline-id"');
    expect(texts.get('docProps/custom.xml')).toContain(mark.version);
  });

  it('names parts, sections, questions, steps and manuals, so that they are known again', async () => {
    const names = bookmarksOf((await write(threadedContent())).body);
    for (const name of [
      'dl_part_customerFaq',
      anchorName('section', sectionId('release', '', 'summary')),
      anchorName('faq', 'cost'),
      anchorName('useCase', 'story'),
      anchorName('step', 'film'),
      anchorName('howTo', 'ask'),
    ])
      expect(names).toContain(name.replaceAll('-', '_'));
  });

  it('tells programs which scripts it is written in', async () => {
    const { body } = await write(withPlan([words('שלום, Ines 日本語 and مرحبا')]));
    expect(body).toContain('<w:bidi/>');
    expect(body).toMatch(/<w:rtl\/><w:lang w:bidi="he-IL"\/><\/w:rPr><w:t[^>]*>שלום</);
    expect(body).toMatch(
      /<w:rFonts w:hint="eastAsia"\/><w:lang w:eastAsia="zh-CN"\/><\/w:rPr><w:t[^>]*>日本語</,
    );
    expect(body).toMatch(/<w:rtl\/><w:lang w:bidi="ar-SA"\/><\/w:rPr><w:t[^>]*>مرحبا</);
    expect(wordsOf(body).replaceAll('\n', '')).toContain('שלום, Ines 日本語 and مرحبا');
  });
});

describe('what stands in a Word document', () => {
  it('has a screen in the size it was drawn in, with its words', async () => {
    const { body, bytes } = await write(threadedContent());
    expect(body).toContain('descr="A price and one button"');
    // 200 × 300 pixels, as tall as an upright picture may be, in units of which an inch has 914,400.
    expect(body).toContain(`<wp:extent cx="${200 * 9525}" cy="${300 * 9525}"/>`);
    const media = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('word/media/'));
    expect(media.map(([, file]) => Buffer.compare(file, tinyPng))).toEqual([0]);
  });

  it('has a drawing as SVG where there is one, and its picture for programs without', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>');
    const drawn = [...threadedAssets].map(([name, asset]) => [name, { ...asset, svg }] as const);
    const document = exportDocument(threadedContent(), { assets: new Map(drawn) });
    const { bytes } = await exportDocx(document);
    const media = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('word/media/'));
    expect(media.map((name) => name.split('.').at(-1)).sort()).toEqual(['png', 'svg']);
    expect(xmlFilesOf(bytes).get('word/document.xml')).toContain('asvg:svgBlip');
    expect(await errorsOf(bytes)).toEqual([]);
  });

  it('says what is missing where there is no picture', async () => {
    const content = threadedContent();
    content.screens = {};
    const { body, warnings } = await write(content);
    expect(body).toContain('A screen stood here.');
    expect(warnings.map(({ code }) => code)).toEqual(['missing-picture']);
  });

  it('keeps hostile words literal', async () => {
    const lines = [
      '<w:br/> & "quoted" \'x\'',
      ']]>',
      'rIdaaaaaaaaaaaaaaaaaaaaa"',
      '&lt;',
      'https://example.org',
    ];
    const { body } = await write(withPlan(lines.map(words)));
    for (const line of lines) expect(wordsOf(body)).toContain(line);
  });

  it('fills the holes of a table', async () => {
    const cell = (colspan: number, rowspan: number): RichNode => ({
      type: 'tableCell',
      attrs: { colspan, rowspan },
      content: [words('x')],
    });
    const rows = [[cell(1, 3), cell(2, 1)], [cell(1, 1)], []];
    const table: RichNode = {
      type: 'table',
      content: rows.map((content): RichNode => ({ type: 'tableRow', content })),
    };
    const { body } = await write(withPlan([table]));
    const counts = body
      .split('<w:tr>')
      .slice(1)
      .map((row) => row.split('<w:tc>').length - 1);
    expect(counts).toEqual([2, 3, 3]);
  });

  it.runIf(isReadable)('is read by another program as it was written', async () => {
    const { bytes } = await write(threadedContent());
    const text = readBack(bytes, ['--to', 'gfm']);
    for (const line of [
      '# Press release',
      '## What does it cost?',
      '### Read the price',
      '1.  Film the plate.',
    ])
      expect(text.replaceAll(/<[^>]*>/g, '').replaceAll(/^(#+) \d+ +/gm, '$1 ')).toContain(line);
    expect(text).toContain('[^1]: Heard: Fourteen interviews.');
    expect(text.replaceAll(/<[^>]*>|\[|\]\([^)]*\)/g, '')).toContain(
      'P1 · question 2 · step 2 · screen · how-to',
    );
  });
});
