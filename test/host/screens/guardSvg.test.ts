import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardSvg } from '../../../host/screens/guardSvg';

const root = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`;
const pixel = 'data:image/png;base64,iVBORw0KGgo=';

/** What a drawing has no use for, and what is no drawing. */
const refused: readonly (readonly [what: string, given: string])[] = [
  ['a script', root('<script>alert(1)</script>')],
  ['a script by another name', root('<SCRIPT>alert(1)</SCRIPT>')],
  ['a page inside', root('<foreignObject><p>a</p></foreignObject>')],
  ['a handler', root('<rect onclick="alert(1)"/>')],
  ['a handler on the drawing', root('', ' OnLoad="alert(1)"')],
  ['a handler on what is left out', root('<g><animate onbegin="alert(1)"/></g>')],
  ['a picture from elsewhere', root('<image href="https://example.org/a.png"/>')],
  ['a picture from elsewhere, by the old name', root('<image xlink:href="//example.org/a.png"/>')],
  ['an SVG inside a picture', root('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>')],
  ['a page inside a picture', root('<image href="data:text/html;base64,PGI+"/>')],
  ['a part of another file', root('<use href="other.svg#a"/>')],
  ['an address in a fill', root('<rect fill="url(https://example.org/#a)"/>')],
  ['an address written apart', root('<rect fill="u&#114;l( https://example.org )"/>')],
  ['an address in a style', root('<rect style="fill: url(https://example.org)"/>')],
  ['an escape in a style', root('<rect style="fill: u\\72l(https://example.org)"/>')],
  ['an import in a style', root('<rect style="@import &quot;a&quot;"/>')],
  ['a document type', `<!DOCTYPE svg>${root('')}`],
  [
    'entities that grow',
    `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${root('<text>&b;</text>')}`,
  ],
  ['an entity that is not known', root('<text>&nbsp;</text>')],
  ['an ampersand alone', root('<text>a & b</text>')],
  ['a section that is not read', root('<text><![CDATA[<script>]]></text>')],
  ['an instruction', root('<?xml-stylesheet href="a.css"?>')],
  ['two drawings', root('') + root('')],
  ['something after the drawing', `${root('')}<script/>`],
  ['another kind of file', '<html xmlns="http://www.w3.org/1999/xhtml"></html>'],
  ['a drawing without a name', '<svg><rect/></svg>'],
  ['tags that do not match', root('<g></path>')],
  ['a drawing that was cut off', root('<g>').slice(0, -8)],
  ['words where none belong', root('<g>words</g>')],
  ['an attribute twice', root('<rect x="1" x="2"/>')],
  ['a reference twice', root(`<image href="${pixel}" xlink:href="${pixel}"/>`)],
  ['a drawing as deep as a well', root('<g>'.repeat(5000) + '</g>'.repeat(5000))],
  ['nothing', ''],
];

describe('what guardSvg keeps', () => {
  it('keeps what draws, word for word', () => {
    const drawn = root(
      '<defs><symbol id="image-a"><image href="' +
        `${pixel}" width="100%" height="100%"></image></symbol></defs>` +
        '<g stroke-linecap="round" transform="translate(10 10) rotate(0 50 50)"><path d="M0 0 C1 2, 3 4, 5 6" ' +
        'stroke="#1e1e1e" stroke-width="2" fill="none"></path></g><use href="#image-a" width="10"></use>' +
        '<text x="0" y="17.6" font-family="Excalifont, Segoe UI Emoji" style="white-space: pre;" ' +
        'dominant-baseline="alphabetic">Größe &amp; „Mut“ 漢字 &lt;b&gt; كتاب</text>' +
        '<mask id="mask-1"><rect x="0" y="0" fill="#fff"></rect></mask><g mask="url(#mask-1)"></g>',
      ' version="1.1" viewBox="0 0 10 20" width="10" height="20"',
    );
    expect(guardSvg(drawn)).toBe(drawn);
  });

  it('takes styles, notes and links away and keeps what they stand around', () => {
    const given = root(
      '<!-- made by --><metadata><x:y a="b">notes</x:y></metadata><defs><style class="style-fonts">' +
        '@font-face { src: url(https://example.org/a.woff2) }</style></defs>' +
        '<a href="https://example.org/"><rect width="1" data-id="7"/></a>',
    );
    expect(guardSvg(`<?xml version="1.0" encoding="UTF-8"?>\n${given}`)).toBe(
      root('<metadata></metadata><defs><style></style></defs><rect width="1"/>'),
    );
  });
});

describe('guardSvg', () => {
  it.each(refused)('refuses %s', (_what, given) => {
    expect(() => guardSvg(given)).toThrow(expect.objectContaining({ code: 'unknown-content' }));
  });

  it('refuses more than 5 MB', () => {
    const vast = root(`<text>${'a'.repeat(5_000_001)}</text>`);
    expect(() => guardSvg(vast)).toThrow(expect.objectContaining({ code: 'file-too-large' }));
  });

  it('reads 4 MB of one tag in linear time', () => {
    const wide = root(`<path d="${'M0 0'.repeat(1_000_000)}"/>`);
    expect(guardSvg(wide)).toBe(wide);
    expect(() => guardSvg(root(`<path ${' '.repeat(4_000_000)}`))).toThrow();
  });

  it('writes nothing that could do more, whatever it is given, and what it wrote it takes again', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '/',
        '"',
        "'",
        '=',
        ' ',
        '&amp;',
        '&#x3c;',
        '&',
        '<!--',
        '-->',
        '<svg',
        '<g',
        '<a',
        '</g>',
      ],
      ...[
        '</a>',
        '<script',
        '</script>',
        '<style>',
        '</style>',
        'href',
        'onload',
        'url(#a)',
        'url(//b)',
        'x',
      ],
      ...['<text>', '</text>', '<rect ', '/>', 'javascript:', 'data:image/png;base64,AA', '\u0000', '\ud800'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const written = writtenOrRefused(root(pieces.join('')));
        if (written === null) return;
        expect(written).not.toMatch(/<script|\son\w+\s*=\s*"|<a[\s>]|<foreignObject|url\(\/\//iu);
        expect(guardSvg(written)).toBe(written);
      }),
      { numRuns: 3000, seed: 4 },
    );
  });
});

function writtenOrRefused(given: string): string | null {
  try {
    return guardSvg(given);
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'unknown-content' });
    return null;
  }
}
