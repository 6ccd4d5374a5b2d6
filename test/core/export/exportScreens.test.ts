import { describe, expect, it } from 'vitest';
import type { ExportAsset } from '../../../core/export/exportDocument';
import { exportHtml } from '../../../core/export/html/exportHtml';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import { showScreen } from '../../../core/export/screens/showScreen';
import { parseDialect } from '../../../core/import/markdown/readDialect';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { RichNode } from '../../../core/narrative/richText';
import { canonicalDoc } from '../../../core/narrative/schema';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { exportDocument, withPlan } from './sampleNarrative';

const record: ScreenRecord = {
  id: 'pay',
  title: 'Pay <now>',
  alt: 'A price & one button',
  template: '',
  picture: { scene: '', svg: '', png: 'pay-1.png', width: 390, height: 844 },
  versions: [],
  hotspots: [],
  follows: '',
  changedAt: '',
  changedBy: '',
};
const picture: ExportAsset = { bytes: new Uint8Array([1, 2, 3]), mime: 'image/png', width: 390, height: 844 };
const screen = (id: string): RichNode => ({ type: 'screen', attrs: { id } });
const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const withScreens = (nodes: RichNode[], screens = { pay: record }): NarrativeContent => ({
  ...withPlan(nodes),
  screens,
});

describe('a screen in an export', () => {
  it('is its picture in the size it was drawn in, with its words', () => {
    const assets = new Map([['pay-1.png', picture]]);
    const document = exportDocument(withScreens([screen('pay')]), { assets });
    const html = exportHtml(document).text;
    expect(html).toContain('alt="A price &amp; one button" width="390" height="844"');
    expect(html).toContain('<figcaption>Pay &lt;now&gt;</figcaption>');
    expect(exportMarkdown(document).text).toContain('![A price & one button](assets/pay-1.png "Pay <now>")');
  });

  it.each([
    ['not drawn', { ...record, picture: null }, 'it was not drawn yet'],
    ['without its file', record, 'its picture is not in the library any more'],
  ])('is named where it is %s, and that is told', (_, given, words) => {
    const document = exportDocument(withScreens([screen('pay')], { pay: given }));
    for (const { text, warnings } of [exportHtml(document), exportMarkdown(document)]) {
      expect(text).toContain(words);
      expect(warnings.map(({ code }) => code)).toContain('missing-picture');
    }
  });

  it('says so where nothing is known of it', () => {
    for (const id of ['gone', '', 'constructor', '__proto__'])
      expect(showScreen(screen(id), { pay: record }, () => true).missing).toContain('A screen stood here');
  });

  it('asks for words where it has none', () => {
    const document = exportDocument(withScreens([screen('pay')], { pay: { ...record, alt: ' ' } }), {
      assets: new Map([['pay-1.png', picture]]),
    });
    expect(exportHtml(document).warnings.map(({ code }) => code)).toEqual(['no-alt-text']);
  });

  it('stays a screen in Markdown, in a table and with words typed beside it', () => {
    const markdown = '![x](assets/a.png)<!-- dateline screen {"id":"pay"} -->';
    const read = parseDialect(
      `---\ndateline: 1\n---\n\n# Launch plan\n\nBefore ${markdown} after\n\n| a |\n| - |\n| ${markdown} |\n`,
    );
    const [before, shown, after, table] = read.content.parts.plan.content ?? [];
    expect([before, shown, after]).toMatchObject([paragraph('Before'), screen('pay'), paragraph('after')]);
    expect(table?.content?.[1]?.content?.[0]?.content).toContainEqual(screen('pay'));
  });
});

describe('what a manual cannot say yet', () => {
  const unwritten: RichNode = {
    type: 'unwritten',
    attrs: { id: 'u', question: 'q', words: 'Who pays <b>refunds</b>?' },
    content: [paragraph('Refunds after a week.')],
  };

  it('stands in every export with the question that it waits for', () => {
    const document = exportDocument(withPlan([unwritten]));
    expect(exportHtml(document).text).toContain('Who pays &lt;b&gt;refunds&lt;/b&gt;?');
    for (const text of [exportHtml(document).text, exportMarkdown(document).text]) {
      expect(text).toContain('Could not be written yet.');
      expect(text).toContain('Refunds after a week.');
    }
  });

  it('asks as the question is asked now, and leads to it', () => {
    const content = withPlan([unwritten]);
    content.parts.internalFaq = canonicalDoc({
      type: 'doc',
      content: [
        {
          type: 'faqItem',
          attrs: { id: 'q' },
          content: [{ type: 'faqQuestion', content: [{ type: 'text', text: 'Who refunds?' }] }],
        },
      ],
    });
    const html = exportHtml(exportDocument(content)).text;
    const href = /It waits for: <a href="#([^"]+)">Who refunds\?<\/a>/.exec(html)?.[1];
    expect(html).toContain(`id="${href}"`);
    const alone = { ...exportDocument(content) };
    alone.options = { ...alone.options, parts: ['plan'] };
    expect(exportHtml(alone).text).toContain('It waits for: Who refunds?');
  });

  it('needs no question', () => {
    const bare = { ...unwritten, attrs: { id: 'u', question: '', words: '' } };
    expect(exportHtml(exportDocument(withPlan([bare]))).text).toContain(
      '<strong>Could not be written yet.</strong></p>',
    );
  });
});

describe('a call in an export', () => {
  const code = (language: string | null, role: string | null): RichNode => ({
    type: 'codeBlock',
    attrs: { language, role },
    content: [{ type: 'text', text: '{}' }],
  });

  it('says which half of it is which', () => {
    const html = exportHtml(exportDocument(withPlan([code('json', 'request'), code(null, 'response')]))).text;
    expect(html).toMatch(/>Request<[\s\S]*>Response</);
  });

  it.each([
    [code('json', 'request'), '```json request'],
    [code(null, 'response'), '```response'],
    [code('c++ x', null), '```c++ x'],
    [code(null, null), '```\n'],
  ])('is read back from Markdown: %j', (node, fence) => {
    const content = withPlan([node]);
    const { text, warnings } = exportMarkdown(exportDocument(content));
    expect(text).toContain(fence);
    expect(warnings).toEqual([]);
    expect(parseDialect(text).content.parts.plan).toEqual(content.parts.plan);
  });
});
