import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../../core/api/shapes';
import { exportHtml } from '../../../core/export/html/exportHtml';
import type { RichNode } from '../../../core/narrative/richText';
import { anyNarrative, oddNarrative } from './narrativeArbitrary';
import { exportDocument, sampleContent, withPlan } from './sampleNarrative';

const tagsOf = (html: string) => new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map((match) => match[1]));
const headingLevels = (html: string) =>
  [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });

describe('a narrative as one HTML page', () => {
  it('has no script, frame, form or event handler for any narrative', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(anyNarrative, oddNarrative), (content) => {
        const { text } = exportHtml(exportDocument(content));
        const tags = tagsOf(text);
        for (const tag of ['script', 'iframe', 'form', 'object', 'svg', 'link'])
          expect(tags).not.toContain(tag);
        expect(text).not.toMatch(/<[^>]+\son[a-z]+=/);
        expect(
          [...text.matchAll(/href="([^"]*)"/g)].every(([, href]) => /^(#|https?:|mailto:)/.test(href ?? '')),
        ).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('never skips a heading level', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(anyNarrative, (content) => {
        let last = 0;
        for (const level of headingLevels(exportHtml(exportDocument(content)).text)) {
          expect(level).toBeLessThanOrEqual(last + 1);
          last = level;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('forbids everything but its own style and pictures', () => {
    const { text } = exportHtml(exportDocument(sampleContent()));
    expect(text).toContain(
      `content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:"`,
    );
    expect(text).toContain('<html lang="en-GB">');
    expect(text).toContain('<a href="#customerFaq">Customer FAQ</a>');
  });
});

describe('what stands on the HTML page', () => {
  it('shows hostile words as words', () => {
    const link = { type: 'link' as const, attrs: { href: 'javascript:alert(1)' } };
    const { text, warnings } = exportHtml(
      exportDocument(
        withPlan([
          paragraph({ type: 'text', text: '<script>alert("1")</script> & #read("/etc/passwd")' }),
          paragraph({ type: 'text', text: 'press', marks: [link] }),
        ]),
      ),
    );
    expect(text).toContain(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; #read(&quot;/etc/passwd&quot;)',
    );
    expect(text).not.toContain('javascript:');
    expect(warnings.map(({ code }) => code)).toEqual(['unsafe-link']);
  });

  it('holds its pictures, described, and says which are missing or not described', () => {
    const picture = (asset: string, alt: string): RichNode => ({
      type: 'image',
      attrs: { asset, alt, caption: 'A caption' },
    });
    const bytes = new Uint8Array([1, 2, 3, 4]);
    const { text, warnings } = exportHtml(
      exportDocument(withPlan([picture('a.png', 'A "plate"'), picture('b.png', '')]), {
        assets: new Map([['a.png', { bytes, mime: 'image/png', width: 10, height: 5 }]]),
      }),
    );
    expect(text).toContain(
      'src="data:image/png;base64,AQIDBA==" alt="A &quot;plate&quot;" width="10" height="5"',
    );
    expect(warnings.map(({ code }) => code)).toEqual(['missing-picture', 'no-alt-text']);
  });

  it('shows only the release when asked to, with its heading as the page’s first', () => {
    const options = { ...defaultExportOptions, layout: 'release' as const };
    const { text } = exportHtml(exportDocument(sampleContent(), { options }));
    expect(headingLevels(text)).toEqual([1]);
    expect(text).toContain('<strong>Leeds, 14 September 2027</strong> <strong>—</strong> Osterby today');
    expect(text).not.toContain('Customer FAQ');
  });
});
