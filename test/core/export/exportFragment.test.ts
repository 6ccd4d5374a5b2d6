import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../../core/api/shapes';
import { exportFragment } from '../../../core/export/html/exportFragment';
import type { RichNode } from '../../../core/narrative/richText';
import { anyNarrative, oddNarrative } from './narrativeArbitrary';
import { exportDocument, sampleContent, withPlan } from './sampleNarrative';
import { threadedAssets, threadedContent } from './threadedNarrative';

const known =
  /^(h[1-6]|p|strong|em|s|code|a|sup|hr|br|ul|ol|li|table|thead|tbody|tr|th|td|pre|blockquote|img)$/;

describe('parts to be pasted elsewhere', () => {
  it('are made of what other programs know, for any narrative', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(anyNarrative, oddNarrative), (content) => {
        const { html } = exportFragment(exportDocument(content, { assets: threadedAssets }));
        for (const [, name = ''] of html.matchAll(/<([a-z][a-z0-9]*)/g)) expect(name).toMatch(known);
        expect(html).not.toMatch(/<[^>]* (on[a-z]+|id|class|data-[a-z-]+|tabindex)=/);
        for (const [, href] of html.matchAll(/ href="([^"]*)"/g)) expect(href).toMatch(/^(https?|mailto):/);
      }),
      { numRuns: 40 },
    );
  });

  it('stand under their titles, and alone without one', () => {
    const { html, text } = exportFragment(exportDocument(sampleContent()));
    expect(html).toContain('<h1>Customer FAQ</h1>');
    expect(text).toContain('Customer FAQ\n============\n');
    const alone = exportFragment(
      exportDocument(sampleContent(), {
        options: { ...defaultExportOptions, parts: ['customerFaq'], thread: true },
      }),
    );
    expect(alone.html).not.toContain('Customer FAQ');
    expect(alone.html).toMatch(/^<h2 dir="auto">/);
  });

  it('number their notes in words that need no link, and leave the thread at home', () => {
    const { html, text } = exportFragment(exportDocument(threadedContent(), { assets: threadedAssets }));
    expect(html).toContain('six days.<sup>[1]</sup>');
    expect(html).toContain('<hr>\n<p dir="auto">[1] Heard: Fourteen interviews.</p>');
    expect(html).toMatch(/<img src="data:image\/png;base64,[^"]+" alt="A price and one button" width="390"/);
    expect(text).toContain('[1] Heard: Fourteen interviews.');
    expect(html + text).not.toMatch(/P1|Golden thread/);
  });

  it('say pictures past the limit in words, and keep hostile words as words', () => {
    const picture = (asset: string): RichNode => ({ type: 'image', attrs: { asset, alt: `Plate ${asset}` } });
    const words: RichNode = { type: 'paragraph', content: [{ type: 'text', text: '<script>x</script>' }] };
    const heavy = { bytes: new Uint8Array(5_000_000), mime: 'image/png' as const, width: 0, height: 0 };
    const { html } = exportFragment(
      exportDocument(withPlan([picture('a'), picture('b'), words]), {
        assets: new Map([
          ['a', heavy],
          ['b', heavy],
        ]),
      }),
    );
    expect(html.match(/<img /g)).toHaveLength(1);
    expect(html).toContain('<p>[Picture: Plate b]</p>');
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt;');
  });
});
