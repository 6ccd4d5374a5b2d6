import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../../core/api/shapes';
import { exportHtml } from '../../../core/export/html/exportHtml';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import { anchorName } from '../../../core/export/thread/anchors';
import { parseDialect } from '../../../core/import/markdown/readDialect';
import { anyNarrative, oddNarrative } from './narrativeArbitrary';
import { exportDocument } from './sampleNarrative';
import { threadedAssets, threadedContent } from './threadedNarrative';

function threaded(changes: Partial<ExportOptions> = {}) {
  const document = exportDocument(threadedContent(), { assets: threadedAssets });
  return { ...document, options: { ...document.options, ...changes } };
}

const hrefsOf = (text: string) => [...text.matchAll(/(?:href="|\]\()#(dl-[^")]+)/g)].map((match) => match[1]);
const namesOf = (text: string) => [...text.matchAll(/id="(dl-[^"]+)"/g)].map((match) => match[1]);

/** Every link leads to a name, and every name is there once. */
function expectLinksToHold(text: string): void {
  const names = namesOf(text);
  expect(new Set(names).size).toBe(names.length);
  for (const href of hrefsOf(text)) expect(names).toContain(href);
}

describe('the thread in an export', () => {
  it('leads from the words of a promise to each of its ends, and back from the appendix', () => {
    for (const { text } of [exportHtml(threaded()), exportMarkdown(threaded())]) {
      expectLinksToHold(text);
      const ends = [
        anchorName('faq', 'cost'),
        anchorName('step', 'read'),
        anchorName('screen', 'price'),
        anchorName('howTo', 'ask'),
        anchorName('evidence', 'six-days'),
        anchorName('promise', 'kept'),
        anchorName('row', 'kept'),
      ];
      for (const end of ends) expect(hrefsOf(text)).toContain(end);
    }
    const { text } = exportHtml(threaded());
    const beside = text.slice(text.indexOf('The price is known first'), text.indexOf('They waited'));
    expect(beside.replaceAll(/<[^>]*>/g, '')).toBe(
      'The price is known first.\u00a0P1 · question 2 · step 2 · screen · how-to ',
    );
  });

  it('lists what is loose on either side, and what is gone', () => {
    for (const { text } of [exportHtml(threaded()), exportMarkdown(threaded())]) {
      const appendix = text.slice(text.lastIndexOf('Golden thread'));
      const lists = appendix.slice(appendix.indexOf('Promised, but nobody'));
      for (const words of [
        'mended by Friday',
        'Nobody was promised this',
        'A repairer within a day',
        'Pay the repairer',
      ])
        expect(lists).toContain(words);
      expect(lists).not.toContain('The machine stops');
    }
  });

  it('leads nowhere that is not in the export', () => {
    for (const parts of [['release'], ['release', 'manuals'], ['experience']] as ExportOptions['parts'][]) {
      expectLinksToHold(exportHtml(threaded({ parts })).text);
      expectLinksToHold(exportMarkdown(threaded({ parts })).text);
    }
    expect(exportHtml(threaded({ parts: ['release'] })).text).toContain('>\u00a0P1</a>');
    expect(exportHtml(threaded({ parts: ['release'] })).text).not.toContain('question 2');
  });

  it('holds for any narrative', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(anyNarrative, oddNarrative), (content) => {
        expectLinksToHold(exportHtml(exportDocument(content)).text);
        expectLinksToHold(exportMarkdown(exportDocument(content)).text);
      }),
      { numRuns: 15 },
    );
  });

  it('is left out where nobody wants it, and never stands beside the release alone', () => {
    for (const options of [{ thread: false }, { layout: 'release' as const }]) {
      for (const { text } of [exportHtml(threaded(options)), exportMarkdown(threaded(options))]) {
        expect(text).not.toContain('Golden thread');
        expect(text).not.toContain('P1');
        expect(text).not.toMatch(/dateline promise|\npromises:|\nlinks:/);
      }
    }
    const bare = threadedContent();
    for (const section of bare.parts.release.content ?? [])
      for (const line of section.content ?? []) for (const node of line.content ?? []) delete node.marks;
    const before = exportDocument({ ...bare, promises: {}, links: {}, screens: {} });
    before.options = { ...before.options, layout: 'release' };
    expect(exportHtml(threaded({ layout: 'release' })).text).toBe(exportHtml(before).text);
    expect(exportMarkdown(threaded({ layout: 'release' })).text).toBe(exportMarkdown(before).text);
  });

  it('comes back from Markdown whole, with nothing of what it printed', () => {
    const { text, warnings } = exportMarkdown(threaded());
    expect(warnings.map(({ code }) => code)).toEqual(['missing-picture']);
    expect(parseDialect(text).content).toEqual(threadedContent());
  });
});
