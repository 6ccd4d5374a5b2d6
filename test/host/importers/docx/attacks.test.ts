import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DatelineError } from '../../../../core/api/errors';
import { sectionText } from '../../../../core/narrative/plainText';
import { importFile } from '../../../../host/importers/importFile';
import { paragraph, run, styled, wordFile, wordPart } from './wordFile';

const read = (bytes: Uint8Array) => importFile({ fileName: 'a.docx', bytes });
const plain = wordFile({ body: paragraph(run('Words.')) });

const withPart = (path: string, xml: string | Uint8Array) => {
  const files = unzipSync(plain);
  return zipSync({ ...files, [path]: typeof xml === 'string' ? strToU8(xml) : xml });
};
const withBody = (body: string) =>
  withPart('word/document.xml', wordPart('document', `<w:body>${body}</w:body>`));
const compound = (inside: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le')]);

describe('a file that is no Word file', () => {
  it.each([
    ['with a password', compound('EncryptedPackage'), 'protected with a password'],
    ['of old Word', compound('WordDocument'), 'old Word file'],
    ['PDF', Buffer.from('%PDF-1.7 rest'), 'PDF'],
    ['rich text', Buffer.from('{\\rtf1 words}'), 'rich text'],
    ['picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'no Word file'],
    ['text', Buffer.from('Words.'), 'no Word file'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'spreadsheet'],
    ['presentation', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), 'presentation'],
    ['narrative', zipSync({ 'narrative.json': strToU8('{}') }), '.dateline'],
    ['OpenDocument', zipSync({ 'content.xml': strToU8('<a/>') }), 'OpenDocument'],
    ['zip of others', zipSync({ 'notes.txt': strToU8('Words.') }), 'zip file'],
  ])('is refused with what it is: %s', async (_, bytes, says) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'file-wrong-type',
      message: expect.stringContaining(says),
      next: expect.any(String),
    });
  });
});

describe('a page of nothing but spaces', () => {
  const spaces = '\u00a0'.repeat(1_000_000);
  it.each([
    ['alone', spaces],
    ['before words', `${spaces}Words.`],
    ['between words', `Some${spaces}words`],
    ['in a quote', `“${spaces}”`],
    ['behind a question', `Why?${spaces}Because.`],
    ['behind a label', `Subtitle:${spaces}Know it first`],
  ])('is read in one go: %s', async (_, text) => {
    const { content } = await read(wordFile({ body: paragraph(run('Words.')) + paragraph(run(text)) }));
    expect(JSON.stringify(content)).toContain('Words');
  });
});

describe('a Word file made to do harm', () => {
  const bomb = new Uint8Array(30_000_000).fill(0x20);
  it.each([
    ['text that unpacks without end', withPart('word/document.xml', bomb)],
    ['styles that unpack without end', withPart('word/styles.xml', bomb)],
    ['pictures that unpack without end', zipSync({ ...unzipSync(plain), ...manyPictures() })],
    ['more pieces than any file has', zipSync({ ...unzipSync(plain), ...manyPieces() })],
    ['1.5 million paragraphs', withBody('<w:p/>'.repeat(1_500_000))],
    ['a million runs', withBody(`<w:p>${'<w:r/>'.repeat(1_000_000)}</w:p>`)],
    ['10,000 tables in each other', withBody('<w:tbl><w:tr><w:tc>'.repeat(10_000))],
  ])('is refused as too large: %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'file-too-large', next: expect.any(String) });
  });

  it.each([
    [
      'a document type',
      withPart('word/document.xml', `<!DOCTYPE x [<!ENTITY a "b">]>${wordPart('document', '')}`),
    ],
    [
      'a document type in its styles',
      withPart('word/styles.xml', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'),
    ],
    ['an entity of its own', withBody('<w:p><w:r><w:t>&evil;</w:t></w:r></w:p>')],
    ['tags that cross', withBody('<w:p><w:r></w:p></w:r>')],
    ['letters that are none', withPart('word/document.xml', new Uint8Array([0x3c, 0x61, 0xff, 0x2f, 0x3e]))],
    ['half of its bytes', plain.subarray(0, plain.length >> 1)],
    ['all but its last bytes', plain.subarray(0, plain.length - 20)],
  ])('is refused as damaged: %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'file-damaged', next: expect.any(String) });
  });
});

const head = styled('Heading1', 'Name') + styled('Heading2', 'Problem');

describe('what a Word file points at', () => {
  it('fetches nothing: pictures, templates and parts outside of it stay there', async () => {
    const blip = (attribute: string, id: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="alt"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${attribute}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const bytes = wordFile({
      body:
        head +
        paragraph(
          run('Words.') + blip('r:link', 'rId7') + blip('r:embed', 'rId8') + blip('r:embed', 'rId404'),
        ),
      relations: [
        ['rId7', 'image', 'http://127.0.0.1:9/x.png', 'External'],
        ['rId8', 'image', 'file:///etc/hostname', 'External'],
        ['rId9', 'attachedTemplate', 'http://127.0.0.1:9/t.dotm', 'External'],
        ['rId10', 'styles', 'http://127.0.0.1:9/styles.xml', 'External'],
      ],
    });
    const { content, pictures, doubts } = await read(bytes);
    expect(sectionText(content.parts.release, 'problem')).toBe('Words.');
    expect(pictures).toEqual([]);
    expect(doubts).toContain(
      'Pictures that lie outside of the file stayed there, since Dateline fetches nothing. Drop them in again if you have them.',
    );
  });

  it('leads nowhere but to web and mail addresses', async () => {
    const link = (id: string, words: string) => `<w:hyperlink r:id="${id}">${run(words)}</w:hyperlink>`;
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "javascript:alert(2)"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('field')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const bytes = wordFile({
      body:
        head + paragraph(link('rId7', 'script') + link('rId8', ' page ') + field + link('rId9', ' nowhere')),
      relations: [
        ['rId7', 'hyperlink', 'javascript:alert(1)', 'External'],
        ['rId8', 'hyperlink', 'https://a.example/', 'External'],
      ],
    });
    const { content } = await read(bytes);
    const problem = content.parts.release.content?.find(({ attrs }) => attrs?.key === 'problem');
    const inlines = problem?.content?.[0]?.content ?? [];
    expect(inlines.map(({ text, marks }) => [text, marks?.[0]?.attrs?.href])).toEqual([
      ['script', undefined],
      [' page ', 'https://a.example/'],
      ['field nowhere', undefined],
    ]);
  });
});

const whole = wordFile({
  body:
    styled('Heading1', 'Name') +
    paragraph(run('Some <words> & more.', '<w:b/>')) +
    `<w:tbl><w:tr><w:tc>${paragraph(run('cell'))}</w:tc></w:tr></w:tbl>`,
  parts: {
    'word/styles.xml': wordPart(
      'styles',
      '<w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
    ),
  },
});

const scrap = fc.constantFrom(
  '<w:p>',
  '</w:p>',
  '<w:r>',
  '</w:r>',
  '<w:t>x</w:t>',
  '<w:tbl>',
  '</w:tbl>',
  '<w:tr>',
  '</w:tr>',
  '<w:tc>',
  '</w:tc>',
  '<w:ins>',
  '</w:ins>',
  '<w:del w:author="A">',
  '</w:del>',
  '<w:hyperlink r:id="no">',
  '</w:hyperlink>',
  '<w:drawing/>',
  '<w:footnoteReference w:id="9"/>',
  '<w:numPr><w:ilvl w:val="x"/></w:numPr>',
  '<w:commentRangeStart w:id="1"/>',
  '<w:sym/>',
  '<mc:AlternateContent/>',
  '<w:sdt/>',
  '<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>',
  '<w:pict><v:imagedata r:id="q"/></w:pict>',
);

describe('laws', () => {
  it('any bytes changed or cut away give a narrative or a sentence', async () => {
    const flip = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(flip, { maxLength: 4 }),
        fc.nat(whole.length),
        fc.boolean(),
        async (flips, cut, isCut) => {
          const bytes = Uint8Array.from(isCut ? whole.subarray(0, cut) : whole);
          for (const { at, to } of flips) if (at < bytes.length) bytes[at] = to;
          const answer = await read(bytes).catch((thrown: unknown) => thrown);
          expect(answer instanceof DatelineError || (answer as { parts?: unknown }).parts !== undefined).toBe(
            true,
          );
        },
      ),
      { numRuns: 150, seed: 5 },
    );
  });

  it('any nonsense for a text gives a narrative or a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(scrap, { maxLength: 30 }), async (scraps) => {
        const answer = await read(withBody(scraps.join(''))).catch((thrown: unknown) => thrown);
        expect(answer instanceof DatelineError || (answer as { parts?: unknown }).parts !== undefined).toBe(
          true,
        );
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});

function manyPictures(): Record<string, Uint8Array> {
  const picture = new Uint8Array(60_000_000);
  return Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`word/media/${name}.png`, picture]));
}

function manyPieces(): Record<string, Uint8Array> {
  return Object.fromEntries(
    Array.from({ length: 4001 }, (_, index) => [`word/x${index}.bin`, new Uint8Array()]),
  );
}
