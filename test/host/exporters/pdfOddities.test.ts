import { describe, expect, it } from 'vitest';
import { defaultExportOptions, type ExportOptions } from '../../../core/api/shapes';
import type { ExportAsset, ExportDocument } from '../../../core/export/exportDocument';
import type { RichNode } from '../../../core/narrative/richText';
import { exportDocument, withPlan } from '../../core/export/sampleNarrative';
import { idle, startExporter } from './startExporter';

const exporter = startExporter();

const words = (text: string, marks?: RichNode['marks']): RichNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks ? { marks } : {}) }],
});
const link = (href: string) => words('a link', [{ type: 'link', attrs: { href } }]);
const heading = (level: number, text: string): RichNode => ({
  type: 'heading',
  attrs: { level, id: null, from: '' },
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
});
const picture = (alt: string): RichNode => ({ type: 'image', attrs: { asset: 'a.svg', alt, caption: '' } });
const drawing = (inside: string): ExportAsset => ({
  bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`),
  mime: 'image/svg+xml',
  width: 9,
  height: 9,
});

function documentOf(
  blocks: RichNode[],
  changes: Partial<ExportOptions>,
  asset?: ExportAsset,
): ExportDocument {
  const options = { ...defaultExportOptions, parts: ['plan' as const], ...changes };
  const assets = new Map(asset ? [['a.svg', asset]] : []);
  return exportDocument(withPlan(blocks), { options, assets });
}

/** What breaks a layout, or a strict standard, unless it is put right before; with what is told about it. */
const oddities: [string, RichNode[], string[], ExportAsset?][] = [
  ['a link without an address', [link('')], ['empty-link']],
  ['a link that would run', [link('javascript:alert(1)')], ['unsafe-link']],
  ['headings that skip levels', [heading(2, 'Two'), heading(5, 'Five'), heading(3, 'Three')], []],
  ['a heading without words', [heading(2, ''), words('text')], []],
  ['control characters', [words('a\u0000b\u0007c\uFFFEd')], ['control-characters']],
  ['a picture without a description', [picture('')], ['no-alt-text'], drawing('<path d="M0 0h9v9z"/>')],
  ['a picture that is gone', [picture('A plate')], ['missing-picture']],
  ['a picture of nothing', [picture('A plate')], ['missing-picture'], drawing('<')],
  [
    'a drawing that asks for a picture elsewhere',
    [picture('A plate')],
    ['missing-picture'],
    drawing('<image href="https://example.org/a.png" width="9" height="9"/>'),
  ],
];

describe('a PDF under a strict standard', () => {
  it.each(oddities)('is made of %s', async (...[, blocks, told, asset]) => {
    for (const standard of ['ua-1', 'a-2a'] as const) {
      const { bytes, warnings } = await exporter().run(documentOf(blocks, { standard }, asset), 'pdf', idle);
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      expect(warnings.map(({ code }) => code)).toEqual(told);
    }
  });

  it('is made with a logo that cannot be drawn, which is told', async () => {
    const logo = { asset: `${'a'.repeat(64)}.svg`, alt: 'Osterby' };
    const broken = { ...documentOf([words('text')], { logo }), logo: drawing('<') };
    const codes = async (document: ExportDocument) => {
      const { warnings } = await exporter().run(document, 'pdf', idle);
      return warnings.map(({ code, message }) => `${code}: ${message}`);
    };
    expect(await codes(broken)).toEqual(['missing-picture: The logo cannot be drawn, so none is printed.']);
    expect(await codes(documentOf([words('text')], { logo }))).toEqual([
      expect.stringMatching(/^missing-picture: The logo cannot be read/),
    ]);
    const sound = { ...documentOf([words('text')], { logo }), logo: drawing('<path d="M0 0h9v9z"/>') };
    expect(await codes(sound)).toEqual([]);
  });
});

it('keeps its structure where a word of a table would be parted at the end of a link', async () => {
  const cell = (content: RichNode[] = []): RichNode => ({
    type: 'tableCell',
    attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null },
    content: [{ type: 'paragraph', content }],
  });
  const row = (cells: RichNode[]): RichNode => ({ type: 'tableRow', content: cells });
  const marks = [{ type: 'link' as const, attrs: { href: 'https://example.org/a' } }];
  const linked: RichNode[] = [
    { type: 'text', text: '| a | b | Xqdjq c ** brj', marks },
    { type: 'text', text: 'Fibgh Lhw sibwhoe xzb' },
  ];
  const beside: RichNode[] = [{ type: 'text', text: '<!-- dateline end --> qzf ic - x | a | b |' }];
  const table: RichNode = {
    type: 'table',
    content: [
      row([cell(), cell(), cell()]),
      row([cell(), cell(), cell(beside)]),
      row([cell(linked), cell([{ type: 'text', text: 'ô gxzz' }]), cell()]),
    ],
  };
  const quote: RichNode = { type: 'blockquote', content: [table] };
  const document = documentOf([quote], { layout: 'reading', standard: 'none' });
  const { warnings } = await exporter().run(document, 'pdf', idle);
  expect(warnings).toEqual([]);
});
