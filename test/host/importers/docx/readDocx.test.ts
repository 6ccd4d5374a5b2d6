import { describe, expect, it } from 'vitest';
import { plainText, sectionText } from '../../../../core/narrative/plainText';
import type { RichNode } from '../../../../core/narrative/richText';
import { importFile } from '../../../../host/importers/importFile';
import { paragraph, run, styled, type WordFileParts, wordFile, wordPart } from './wordFile';

const read = (given: WordFileParts) => importFile({ fileName: 'a.docx', bytes: wordFile(given) });

const style = (id: string, name: string, inside = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;

/** Blocks of the section that the text under this heading lands in. */
async function blocksOf({ body, ...rest }: WordFileParts): Promise<RichNode[]> {
  const { content } = await read({
    body: styled('Heading1', 'Name') + styled('Heading2', 'Problem') + body,
    ...rest,
  });
  return content.parts.release.content?.find(({ attrs }) => attrs?.key === 'problem')?.content ?? [];
}

const shapes = (nodes: readonly RichNode[]) => nodes.map((node) => [node.type, plainText(node)]);

describe('headings of a Word file', () => {
  it.each([
    ['in English', 'Title', 'Title', 'Heading1', 'heading 1'],
    ['in German', 'Titel', 'Titel', 'berschrift1', 'Überschrift 1'],
    ['in French', 'Titre', 'Titre', 'Titre1', 'Titre 1'],
    ['in Chinese', 'a3', '标题', '1', '标题 1'],
  ])('are known by the names of their styles, %s', async (...[, titleId, title, headingId, heading]) => {
    const { content } = await read({
      body:
        styled(titleId, 'Osterby launches Fairmend') +
        styled(headingId, 'Problem') +
        paragraph(run('Nobody answers.')) +
        styled(headingId, 'FAQ') +
        styled('Own', 'When?') +
        paragraph(run('In May.')),
      parts: {
        'word/styles.xml': wordPart(
          'styles',
          style(titleId, title) +
            style(headingId, heading) +
            style('Mine', 'Mine', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
            style('Own', 'Own', '<w:basedOn w:val="Mine"/>'),
        ),
      },
    });
    expect(sectionText(content.parts.release, 'heading')).toBe('Osterby launches Fairmend');
    expect(sectionText(content.parts.release, 'problem')).toBe('Nobody answers.');
    expect(content.parts.customerFaq.content?.map(plainText)).toEqual(['When?\nIn May.']);
  });

  it('leave the table of contents out and say so', async () => {
    const gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>';
    const inside = `<w:sdtContent>${paragraph(run('Problem 2'))}</w:sdtContent>`;
    const { content, doubts } = await read({
      body: [
        styled('Heading1', 'Name'),
        `<w:sdt><w:sdtPr>${gallery}</w:sdtPr>${inside}</w:sdt>`,
        styled('TOC1', 'FAQ 3'),
        paragraph(run('Words.')),
      ].join(''),
      parts: { 'word/styles.xml': wordPart('styles', style('TOC1', 'toc 1')) },
    });
    expect(sectionText(content.parts.release, 'summary')).toBe('Words.');
    expect(doubts).toEqual(
      expect.arrayContaining(['The table of contents was left out, since Dateline makes its own.']),
    );
  });
});

describe('text of a Word file', () => {
  it('keeps how words look, and code by its font', async () => {
    const blocks = await blocksOf({
      body: paragraph(
        run('bold', '<w:b/>') +
          run(' ') +
          run('slant', '<w:i/>') +
          run(' ') +
          run('gone', '<w:strike/>') +
          run(' ') +
          run('not', '<w:b w:val="0"/>') +
          run(' ') +
          run('code', '<w:rFonts w:ascii="Consolas"/>'),
      ),
    });
    expect(blocks[0]?.content?.map(({ text, marks }) => [text, marks?.[0]?.type])).toEqual([
      ['bold', 'bold'],
      [' ', undefined],
      ['slant', 'italic'],
      [' ', undefined],
      ['gone', 'strike'],
      [' not ', undefined],
      ['code', 'code'],
    ]);
  });

  it('keeps lists, quotations, code and checklists', async () => {
    const item = (text: string, list: number, level = 0) =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
    const level = (index: number, format: string, mark: string) =>
      `<w:lvl w:ilvl="${index}"><w:numFmt w:val="${format}"/><w:lvlText w:val="${mark}"/></w:lvl>`;
    const blocks = await blocksOf({
      body:
        item('one', 1) +
        item('within', 1, 1) +
        item('two', 1) +
        item('first', 2) +
        item('to do', 3) +
        styled('Quote', 'Said.') +
        styled('Code', 'let a') +
        styled('Code', 'let b'),
      parts: {
        'word/styles.xml': wordPart('styles', style('Quote', 'Quote') + style('Code', 'Source Code')),
        'word/numbering.xml': wordPart(
          'numbering',
          `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}${level(1, 'bullet', '-')}</w:abstractNum>` +
            `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}</w:abstractNum>` +
            `<w:abstractNum w:abstractNumId="3">${level(0, 'bullet', '☐')}</w:abstractNum>` +
            [1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join(''),
        ),
      },
    });
    expect(shapes(blocks)).toEqual([
      ['bulletList', 'one\nwithin\ntwo'],
      ['orderedList', 'first'],
      ['taskList', 'to do'],
      ['blockquote', 'Said.'],
      ['codeBlock', 'let a\nlet b'],
    ]);
    expect(blocks[0]?.content).toHaveLength(2);
  });
});

/** A table of rows, each the XML of its cells. */
const tableOf = (...rows: string[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`;

/** One numbered list, and the same once more from four on. */
const twoNumberings = wordPart(
  'numbering',
  [
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">',
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/>',
    '</w:lvl></w:abstractNum>',
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>',
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>',
  ].join(''),
);

describe('tables and numbers of a Word file', () => {
  it('keeps tables with their head, and cells that reach over others', async () => {
    const cell = (text: string, properties = '') => `<w:tc>${properties}${paragraph(run(text))}</w:tc>`;
    const [table] = await blocksOf({
      body: tableOf(
        `<w:trPr><w:tblHeader/></w:trPr>${cell('Head')}${cell('Of')}`,
        cell('wide', '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'),
      ),
    });
    expect(table?.content?.map((row) => row.content?.map((inner) => [inner.type, plainText(inner)]))).toEqual(
      [
        [
          ['tableHeader', 'Head'],
          ['tableHeader', 'Of'],
        ],
        [['tableCell', 'wide']],
      ],
    );
    expect(table?.content?.[1]?.content?.[0]?.attrs?.colspan).toBe(2);
  });

  it('keeps cells that reach over rows, and how words are aligned in each', async () => {
    const cell = (text: string, { merge = '', align = '' } = {}) =>
      `<w:tc><w:tcPr>${merge}</w:tcPr>${paragraph(run(text), align === '' ? '' : `<w:jc w:val="${align}"/>`)}</w:tc>`;
    const [table] = await blocksOf({
      body: tableOf(
        cell('tall', { merge: '<w:vMerge w:val="restart"/>' }) + cell('12', { align: 'right' }),
        cell('', { merge: '<w:vMerge/>' }) + cell('7', { align: 'center' }),
      ),
    });
    const looks = table?.content?.map((row) =>
      row.content?.map((inner) => [plainText(inner), inner.attrs?.rowspan, inner.attrs?.align]),
    );
    expect(looks).toEqual([
      [
        ['tall', 2, null],
        ['12', 1, 'right'],
      ],
      [['7', 1, 'center']],
    ]);
  });

  it('keeps the number that a list begins with, and goes on where one was interrupted', async () => {
    const item = (text: string, list: number) =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);
    const blocks = await blocksOf({
      body: [
        item('four', 2),
        item('five', 2),
        paragraph(run('Between them.')),
        item('six', 2),
        paragraph(run('Anew.')),
        item('one', 1),
      ].join(''),
      parts: { 'word/numbering.xml': twoNumberings },
    });
    const starts = blocks.filter(({ type }) => type === 'orderedList').map(({ attrs }) => attrs?.start);
    expect(starts).toEqual([4, 6, 1]);
    expect(plainText({ type: 'doc', content: blocks })).not.toContain('number');
  });
});

describe('notes and pictures of a Word file', () => {
  it('keeps footnotes and endnotes where they are called', async () => {
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}">${paragraph(run(text))}</w:${kind}>`;
    const [block] = await blocksOf({
      body: paragraph(
        `${run('One')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' two')}<w:r><w:endnoteReference w:id="2"/></w:r>`,
      ),
      parts: {
        'word/footnotes.xml': wordPart('footnotes', note('footnote', 2, 'Below.')),
        'word/endnotes.xml': wordPart('endnotes', note('endnote', 2, 'At the end.')),
      },
    });
    expect(block?.content?.map(({ type, text, attrs }) => text ?? [type, attrs?.text])).toEqual([
      'One',
      ['footnote', 'Below.'],
      ' two',
      ['footnote', 'At the end.'],
    ]);
  });

  it('brings its pictures with their words', async () => {
    const bytes = Buffer.from('a picture');
    const body = paragraph(
      [
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A wall"/><a:graphic><a:graphicData>',
        '<pic:pic><pic:blipFill><a:blip r:embed="rId7"/></pic:blipFill></pic:pic>',
        '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
      ].join(''),
    );
    const given = {
      body,
      parts: { 'word/media/wall.png': bytes },
      relations: [['rId7', 'image', 'media/wall.png']] as const,
    };
    const [image] = await blocksOf(given);
    expect(image?.attrs).toEqual({ asset: 'word/media/wall.png', alt: 'A wall', caption: '' });
    const { pictures } = await read(given);
    expect(pictures).toEqual([{ name: 'word/media/wall.png', bytes: new Uint8Array(bytes) }]);
  });
});
