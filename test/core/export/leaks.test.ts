import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../../core/api/shapes';
import { exportFragment } from '../../../core/export/html/exportFragment';
import { exportHtml } from '../../../core/export/html/exportHtml';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import { exportText } from '../../../core/export/text/exportText';
import { partKeys } from '../../../core/narrative/parts';
import { anyNarrative } from './narrativeArbitrary';
import { expectNoLeak, plantedDocument, plantMarkers } from './plantedMarkers';
import { exportDocument } from './sampleNarrative';
import { threadedAssets, threadedContent } from './threadedNarrative';

const writers = {
  md: (document: ReturnType<typeof plantedDocument>) => exportMarkdown(document).text,
  html: (document: ReturnType<typeof plantedDocument>) => exportHtml(document).text,
  txt: (document: ReturnType<typeof plantedDocument>) => exportText(document).text,
  fragment: (document: ReturnType<typeof plantedDocument>) =>
    Object.values(exportFragment(document)).join('\n'),
};

describe.each(Object.keys(writers) as (keyof typeof writers)[])('what leaves as %s', (format) => {
  it('is the chosen parts and nothing beside them', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        anyNarrative,
        fc.subarray([...partKeys], { minLength: 1, maxLength: 7 }),
        (content, parts) => {
          const document = plantedDocument(plantMarkers(content), { parts });
          expectNoLeak(writers[format](document), document.options);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is the release alone where that was asked for', () => {
    const document = plantedDocument(plantMarkers(threadedContent()), { layout: 'release' });
    expectNoLeak(writers[format](document), document.options);
  });
});

describe('the thread of an export with some parts', () => {
  it('says that there is more, and not what', () => {
    const document = exportDocument(threadedContent(), { assets: threadedAssets });
    const options: ExportOptions = { ...document.options, parts: ['release'] };
    for (const write of [writers.md, writers.html, writers.txt]) {
      const text = write({ ...document, options });
      expect(text).toContain('Golden thread');
      expect(text).toMatch(/left out here|FAQ, left/);
      for (const words of [
        'What does it cost?',
        'Read the price',
        'Ask for a price',
        'Nobody was promised this',
      ])
        expect(text).not.toContain(words);
    }
    const without: ExportOptions = { ...document.options, parts: ['customerFaq'] };
    expect(writers.md({ ...document, options: without })).not.toMatch(
      /Golden thread|The price is known first/,
    );
  });
});
