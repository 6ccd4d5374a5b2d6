import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatelineError } from '../../../../core/api/errors';
import { exportHtml } from '../../../../core/export/html/exportHtml';
import { readHtml } from '../../../../core/import/html/readHtml';
import { partKeys } from '../../../../core/narrative/parts';
import { plainText, sectionText } from '../../../../core/narrative/plainText';
import type { RichNode } from '../../../../core/narrative/richText';
import { parseRichDoc } from '../../../../core/narrative/schema';
import { exportDocument, sampleContent } from '../../export/sampleNarrative';
import { threadedContent } from '../../export/threadedNarrative';

const wordsOf = (html: string) => {
  const { content } = readHtml(html);
  return partKeys
    .map((part) => plainText(content.parts[part]))
    .join('\n')
    .replace('Unplaced', '')
    .trim();
};

/** Blocks of the section that a page without known titles lands in. */
function blocksOf(html: string): RichNode[] {
  const { content } = readHtml(`<h1>Name</h1><h2>Problem</h2>${html}`);
  return content.parts.release.content?.find(({ attrs }) => attrs?.key === 'problem')?.content ?? [];
}

const textsOf = (html: string) => blocksOf(html).map(plainText);

describe('a page', () => {
  it('is read by its headings', () => {
    const { content, title, parts } = readHtml(
      '<title>Tab</title><h1>Osterby launches Fairmend</h1><h2>Problem</h2><p>Nobody answers.</p>' +
        '<h2>FAQ</h2><h3>When?</h3><p>In May.</p>',
    );
    expect(title).toBe('Osterby launches Fairmend');
    expect(sectionText(content.parts.release, 'problem')).toBe('Nobody answers.');
    expect(plainText(content.parts.customerFaq)).toBe('When?\nIn May.');
    expect(parts).toContainEqual({ part: 'release', section: 'problem', blocks: 1 });
  });

  it('has the title of its tab where it has no heading', () => {
    expect(readHtml('<title> Harbour \n notes </title><p>Words.</p>').title).toBe('Harbour notes');
  });

  it('keeps nothing that could run', () => {
    const words = wordsOf(
      '<style>p{color:red}</style><script>alert(1)</script><p onclick="alert(2)">Fine <a href="javascript:alert(3)">words</a>' +
        '<iframe src="https://a.example"></iframe><svg><text>no</text></svg></p><!-- note --><template>no</template>',
    );
    expect(words).toBe('Fine words');
  });

  it('does not take an address within the page, or a name of ours, for a link or words', () => {
    expect(textsOf('<p>See <a href="#x">below</a><a id="dateline-mark-1"></a>.</p>')).toEqual(['See below.']);
  });

  it('leads where a redirect of Google leads, and writes other addresses out', () => {
    const [block] = blocksOf(
      '<p><a href="https://www.google.com/url?q=https://a.example/x%3Fy%3D1&amp;sa=D">here</a> <a href="tel:123">call</a></p>',
    );
    expect(block?.content?.[0]?.marks).toEqual([
      { type: 'link', attrs: { href: 'https://a.example/x?y=1' } },
    ]);
    expect(plainText(block as RichNode)).toBe('here call (tel:123)');
  });

  it('takes pictures that it holds and leaves those alone that lie elsewhere', () => {
    const { embedded, doubts } = readHtml(
      '<img src="data:image/png;base64,AAAA" alt="a"><img src="https://a.example/b.png" alt="the wall"><img src="img/c.png">',
    );
    expect(embedded).toEqual([{ name: 'picture-1.png', base64: 'AAAA' }]);
    expect(doubts).toContain(
      'One picture lies outside of the file and stayed there, since Dateline fetches nothing. Drop it in again if you have it.',
    );
    const images = blocksOf(
      '<img src="img/c.png" alt="c"><img src="https://a.example/b.png" alt="the wall">',
    );
    expect(images.map(({ type, attrs }) => [type, attrs?.asset])).toEqual([
      ['image', 'img/c.png'],
      ['paragraph', undefined],
    ]);
  });
});

describe('shapes of other programs', () => {
  it.each([
    [
      'Google Docs',
      '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
      '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Note.</p></div>',
    ],
    [
      'pandoc',
      '<a href="#fn1" id="fnref1" class="footnote-ref"><sup>1</sup></a>',
      '<section><hr><ol><li id="fn1"><p>Note.<a href="#fnref1">↩</a></p></li></ol></section>',
    ],
    [
      'Word',
      '<a href="#_ftn1" id="_ftnref1">[1]</a>',
      '<div id="ftn1"><p><a href="#_ftnref1" id="_ftn1">[1]</a> Note.</p></div>',
    ],
    [
      'mammoth',
      '<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>',
      '<ol><li id="footnote-1"><p>Note. <a href="#footnote-ref-1">↑</a></p></li></ol>',
    ],
  ])('footnotes as in %s', (_, reference, note) => {
    const [first] = blocksOf(`<p>Words${reference} end.</p>${note}`);
    expect(first?.content?.[1]).toEqual({ type: 'footnote', attrs: { text: 'Note.' } });
    expect(plainText(first as RichNode)).toBe('Words end.');
  });

  it.each([
    '<li>☐ one</li><li>☑ two</li>',
    '<li role="checkbox" aria-checked="false"><p>one</p></li><li role="checkbox" aria-checked="true"><p>two</p></li>',
    '<li><div class="checkbox checkbox-off"></div> <span>one</span></li><li><div class="checkbox checkbox-on"></div> <span>two</span></li>',
    '<li><input type="checkbox"> one</li><li><p><input type="checkbox" checked> two</p></li>',
  ])('checklists: %s', (items) => {
    const [list] = blocksOf(`<ul>${items}</ul>`);
    expect(
      list?.content?.map(({ attrs, content }) => [attrs?.checked, plainText(content?.[0] as RichNode)]),
    ).toEqual([
      [false, 'one'],
      [true, 'two'],
    ]);
  });
});

describe('what a page looks like', () => {
  it('words styled by a class or in place', () => {
    const [block] = blocksOf(
      '<style>.c1{color:#000;font-weight:700}.c2{font-style:italic}</style><p><span class="c1">bold</span> <span class="c2">slant</span>' +
        ' <span style="text-decoration:line-through">gone</span> <b style="font-weight:normal">plain</b></p>',
    );
    expect(block?.content?.map(({ text, marks }) => [text, marks?.[0]?.type])).toEqual([
      ['bold', 'bold'],
      [' ', undefined],
      ['slant', 'italic'],
      [' ', undefined],
      ['gone', 'strike'],
      [' plain', undefined],
    ]);
  });

  it('a list beside its item lies inside of it', () => {
    const [list] = blocksOf('<ul><li>one</li><ul><li>in</li></ul><li>two</li></ul>');
    expect(list?.content).toHaveLength(2);
    expect(list?.content?.[0]?.content?.[1]?.type).toBe('bulletList');
  });

  it.each([
    ['that overlap', '<tr><td rowspan="2">a</td><td>b</td></tr><tr><td colspan="3">c</td></tr>', 'a b c'],
    ['without end', `<tr>${'<td colspan="1000000000" rowspan="1000000000">a</td>'.repeat(40)}</tr>`, 'a'],
    ['of no size', '<tr><td colspan="0" rowspan="-3">a</td><td colspan="x">b</td></tr>', 'a b'],
  ])('cells %s give a table that the schema takes', (_, rows, words) => {
    const { content } = readHtml(`<table>${rows}</table>`);
    for (const part of partKeys) expect(parseRichDoc(content.parts[part]).ok).toBe(true);
    const found = partKeys.map((part) => plainText(content.parts[part])).join(' ');
    for (const word of words.split(' ')) expect(found).toContain(word);
  });

  it('tables keep how their cells are aligned', () => {
    const [table] = blocksOf(
      '<table><tr><th>a</th><th align="right">b</th></tr><tr><td style="color:red; text-align: center">c</td><td><p style="text-align:right">d</p></td></tr></table>',
    );
    const aligned = table?.content?.map((row) => row.content?.map(({ attrs }) => attrs?.align));
    expect(aligned).toEqual([
      [null, 'right'],
      ['center', 'right'],
    ]);
  });

  it('tables keep the blocks of their cells as lines, and say whether they have a head', () => {
    const [table] = blocksOf(
      '<table><tr><td><p>A</p><ul><li>b</li></ul></td><td>c</td></tr><tr><td colspan="2">d</td></tr></table>',
    );
    expect(table?.content?.map((row) => row.content?.map((cell) => [cell.type, plainText(cell)]))).toEqual([
      [
        ['tableCell', 'A\n• b'],
        ['tableCell', 'c'],
      ],
      [['tableCell', 'd']],
    ]);
    expect(table?.content?.[1]?.content?.[0]?.attrs?.colspan).toBe(2);
    const [headed] = blocksOf('<table><tr><td><b>Head</b></td></tr><tr><td>c</td></tr></table>');
    expect(headed?.content?.map((row) => row.content?.[0]?.type)).toEqual(['tableHeader', 'tableCell']);
  });
});

const word = fc.stringMatching(/^[a-z]{3,8}$/u);
const inline = fc.oneof(
  word,
  fc
    .tuple(fc.constantFrom('b', 'i', 'span', 'a', 'sup', 'font', 'code'), word)
    .map(([tag, text]) => `<${tag}>${text}</${tag}>`),
);
const block = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4 },
    fc.array(inline, { minLength: 1, maxLength: 4 }).map((inlines) => `<p>${inlines.join(' ')}</p>`),
    fc
      .tuple(
        fc.constantFrom(
          'div',
          'blockquote',
          'li',
          'ul',
          'ol',
          'table',
          'td',
          'tr',
          'h2',
          'h3',
          'strong',
          'a',
          'section',
          'pre',
          'dl',
          'dd',
          'figure',
        ),
        fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      )
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
  ),
})).block;

describe('our own page', () => {
  it('comes back with its sections and without what was written around them', () => {
    const content = sampleContent();
    const back = readHtml(exportHtml(exportDocument(content)).text);
    for (const key of ['heading', 'subheading'])
      expect(sectionText(back.content.parts.release, key)).toBe(sectionText(content.parts.release, key));
    expect(plainText(back.content.parts.plan)).not.toMatch(/Draft 7|Contents/u);
    const placed = new Set(back.parts.map(({ part }) => part));
    for (const part of partKeys)
      if (plainText(content.parts[part]).trim() !== '') expect([...placed]).toContain(part);
  });
});

it('leaves the appendix of the thread out of our own page, and a heading of that name in another', () => {
  const ours = exportHtml(exportDocument(threadedContent())).text;
  expect(ours).toContain('nobody was promised it');
  expect(JSON.stringify(readHtml(ours).content.parts)).not.toContain('nobody was promised it');
  const theirs = readHtml('<h1>Us</h1><section class="part" id="thread"><p>Sold by the metre.</p></section>');
  expect(JSON.stringify(theirs.content.parts)).toContain('Sold by the metre');
});

describe('laws', () => {
  it('no word of a page is lost, however its elements lie in each other', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const html = blocks.join('\n');
        const wanted = html.replace(/<[^>]*>/gu, ' ').match(/[a-z]+/gu) ?? [];
        const { content, title } = readHtml(html);
        const found = `${title}\n${partKeys.map((part) => plainText(content.parts[part])).join('\n')}`;
        for (const one of wanted) expect(found).toContain(one);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('every text is read or refused with a sentence', () => {
    const scrap = fc.constantFrom(
      '<',
      '>',
      '<p',
      '</',
      '<table>',
      '<td>',
      '<a href="',
      '"',
      '<!--',
      '<svg>',
      '<li>',
      '&#0;',
      '\u0000',
      'x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string()), { maxLength: 60 }), (scraps) => {
        try {
          readHtml(scraps.join(''));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(DatelineError);
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('a page that is only tags is refused at once', () => {
    expect(() => readHtml('<div>'.repeat(100_000))).toThrow(DatelineError);
    expect(() => readHtml('<p>'.repeat(500_000))).toThrow(DatelineError);
    expect(() => readHtml('<b class=a>'.repeat(100_000))).toThrow(DatelineError);
  });
});
