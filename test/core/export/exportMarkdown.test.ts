import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import { parseDialect } from '../../../core/import/markdown/readDialect';
import { joinTexts } from '../../../core/import/markdown/readInlines';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import { parseRichDoc } from '../../../core/narrative/schema';
import { anyNarrative, oddNarrative } from './narrativeArbitrary';
import { documentedExample, exportDocument, sampleContent, withPlan } from './sampleNarrative';

const joined = (node: RichNode): RichNode =>
  node.content ? { ...node, content: joinTexts(node.content).map(joined) } : node;

/** Parts that came back as they were, and those whose difference the export told of. */
function roundTrip(content: NarrativeContent): { exact: PartKey[]; told: PartKey[] } {
  const { text, warnings } = exportMarkdown(exportDocument(content));
  const read = parseDialect(text).content;
  for (const name of ['evidence', 'screens', 'storyboards', 'promises', 'links'] as const)
    expect(read[name]).toEqual(content[name]);
  const lossy = new Set(warnings.filter((one) => one.code !== 'missing-picture').map((one) => one.part));
  const told = partKeys.filter((key) => lossy.has(key));
  const exact = partKeys.filter((key) => !lossy.has(key));
  for (const key of exact) expect(joined(read.parts[key])).toEqual(joined(content.parts[key]));
  return { exact, told };
}

describe('a narrative as Markdown', () => {
  it('reads back exactly, or a warning names the part that differs', { timeout: 60_000 }, () => {
    const counts = { exact: 0, told: 0 };
    fc.assert(
      fc.property(anyNarrative, (content) => {
        const { exact, told } = roundTrip(content);
        counts.exact += exact.length;
        counts.told += told.length;
      }),
      { numRuns: 20 },
    );
    expect(counts.told).toBeLessThan(counts.exact / 10);
  });

  it('keeps the law for shapes that no editor makes, too', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(oddNarrative, (content) => void roundTrip(content)),
      { numRuns: 20 },
    );
  });

  it('carries states of parts, the gate and what is known about the narrative', () => {
    const content = sampleContent();
    content.states = { brief: 'reviewed', release: 'ready' };
    content.gate = { reason: 'Finance asked: "why --> now"', openedAt: '2026-11-01T10:00:00.000Z' };
    const read = parseDialect(exportMarkdown(exportDocument(content)).text);
    expect(read.content).toEqual(content);
    expect(read.meta).toEqual({
      name: 'Fairmend',
      draft: 7,
      language: 'en-GB',
      stage: 'drafting',
      confidentiality: 'For Osterby only',
    });
  });

  it('writes the documented example word for word, ids apart', () => {
    const { text, warnings } = exportMarkdown(exportDocument(sampleContent()));
    const withoutIds = (markdown: string) =>
      markdown
        .replace(/"id":"imported-[a-z-]+-\d+",?/g, '')
        .replace(/<!-- dateline (?:question|useCase|step|manual) \{\} -->\n\n/g, '')
        .replace(/,\}/g, '}');
    expect(withoutIds(text)).toBe(withoutIds(documentedExample()));
    expect(warnings.map(({ code, part }) => [code, part])).toEqual([['missing-picture', 'release']]);
  });

  it.each([
    '- x',
    '1. one',
    '# heading',
    '> quote',
    '<script>alert(1)</script>',
    '| a | b |',
    '```',
    '$x$',
    '<!-- dateline end -->',
    'https://example.org',
    '#read("/etc/passwd")',
    ' spaces at both ends ',
  ])('keeps the paragraph %j a paragraph of just these words', (text) => {
    const { text: markdown, warnings } = exportMarkdown(exportDocument(withPlan([paragraph(text)])));
    expect(warnings).toEqual([]);
    expect(parseDialect(markdown).content.parts.plan.content).toEqual([paragraph(text)]);
  });
});

describe('what Markdown cannot carry', () => {
  it('says what it leaves out: control characters and links that could run or lead nowhere', () => {
    const link = (href: string): RichNode => ({
      type: 'text',
      text: 'here',
      marks: [{ type: 'link', attrs: { href } }],
    });
    const content = withPlan([
      paragraph('a\u0000b\u0007'),
      { type: 'paragraph', content: [link('javascript:alert(1)'), link('')] },
    ]);
    const { text, warnings } = exportMarkdown(exportDocument(content));
    expect(warnings.map(({ code }) => code)).toEqual(['control-characters', 'unsafe-link', 'empty-link']);
    expect(text).toContain('ab');
    expect(text).not.toContain('javascript:');
  });

  it('says when a table loses merged cells', () => {
    const cell = (colspan: number): RichNode => ({
      type: 'tableCell',
      attrs: { colspan },
      content: [paragraph('x')],
    });
    const table: RichNode = {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell(2)] },
        { type: 'tableRow', content: [cell(1), cell(1)] },
      ],
    };
    const { warnings } = exportMarkdown(exportDocument(withPlan([table])));
    expect(warnings.map(({ code }) => code)).toContain('table-simplified');
  });
});

describe('Markdown in our format', () => {
  it('gives documents that the schema accepts, whatever the text is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 12 }), (lines) => {
        const { content } = parseDialect(`---\ndateline: 1\n---\n\n${lines.join('\n\n')}\n`);
        for (const key of partKeys) expect(parseRichDoc(content.parts[key])).toMatchObject({ ok: true });
      }),
    );
  });
});

const fragments = [
  '# Press release',
  '# Customer FAQ',
  '# Experience',
  '# Manual',
  '# Launch plan',
  '<!-- dateline section problem -->',
  '<!-- dateline section -->',
  '<!-- dateline question {"state":7,"id":""} -->',
  '<!-- dateline question {"bare":true} -->',
  '<!-- dateline step -->',
  '<!-- dateline end useCase -->',
  '<!-- dateline end -->',
  '<!-- dateline as title -->',
  '<!-- dateline text -->',
  '<!-- dateline empty -->',
  '<!-- dateline {broken -->',
  '## Two',
  '### Three ![p](assets/a.png)',
  '### Step 1: Film',
  '- **Who:** me',
  '- [ ] <!-- dateline empty -->',
  '| a |\n| - |\n| ![x](y) |',
  'words *and* [^1] ![p](assets/a.png) <b>',
  '[^1]: note',
  '> - 1. > deep',
  '```js x\ncode\n```',
];

function paragraph(text: string): RichNode {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}
