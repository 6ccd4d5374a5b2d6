import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import { parseDialect } from '../../../core/import/markdown/readDialect';
import { joinTexts } from '../../../core/import/markdown/readInlines';
import { partKeys } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import { anyNarrative, oddNarrative } from './narrativeArbitrary';
import { documentedExample, exportDocument, sampleContent } from './sampleNarrative';

const joined = (node: RichNode): RichNode =>
  node.content ? { ...node, content: joinTexts(node.content).map(joined) } : node;

describe('Markdown', () => {
  it('reads back every narrative exactly, or names the part that differs', () => {
    let exact = 0;
    let all = 0;
    fc.assert(
      fc.property(anyNarrative, (content) => {
        const { text, warnings } = exportMarkdown(exportDocument(content));
        const read = parseDialect(text);
        const told = new Set(warnings.filter((w) => w.code !== 'missing-picture').map((w) => w.part));
        for (const key of partKeys) {
          all += 1;
          if (told.has(key)) continue;
          exact += 1;
          expect(joined(read.content.parts[key])).toEqual(joined(content.parts[key]));
        }
      }),
      { numRuns: 60 },
    );
    console.log('exact', exact, 'of', all);
    expect(exact / all).toBeGreaterThan(0.9);
  });
});
