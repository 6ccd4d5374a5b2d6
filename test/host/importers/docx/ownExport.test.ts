import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOf } from '../../../../core/export/markOf';
import { narrativeHeading } from '../../../../core/narrative/partState';
import { partKeys } from '../../../../core/narrative/parts';
import { plainText } from '../../../../core/narrative/plainText';
import { type RichNode, stringAttr } from '../../../../core/narrative/richText';
import { exportDocx } from '../../../../host/exporters/docx/exportDocx';
import { readDocx } from '../../../../host/importers/docx/readDocx';
import { anyNarrative } from '../../../core/export/narrativeArbitrary';
import { exportDocument, sampleContent } from '../../../core/export/sampleNarrative';
import { threadedAssets, threadedContent } from '../../../core/export/threadedNarrative';

type Content = ReturnType<typeof sampleContent>;

async function readBack(content: Content) {
  const document = exportDocument(content, { assets: threadedAssets });
  const { bytes } = await exportDocx({ ...document, options: { ...document.options, parts: [...partKeys] } });
  return readDocx(bytes, undefined, 'back.docx');
}

/** What is written in a narrative, in its footnotes too, piece by piece: a promise may end within a word. */
const piecesIn = (node: RichNode): string[] => {
  if (node.type === 'text') return [node.text ?? ''];
  const own = [stringAttr(node, node.type === 'footnote' ? 'text' : 'value')];
  return [...own, ...(node.content ?? []).flatMap(piecesIn)];
};

const allPieces = (content: Content) => partKeys.flatMap((part) => piecesIn(content.parts[part]));

describe('our own Word documents', () => {
  it('are read back with every word of any narrative', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyNarrative, async (content) => {
        const found = allPieces((await readBack(content)).content).join('');
        const words = allPieces(content).flatMap((piece) => piece.match(/[\p{L}\p{N}]{2,}/gu) ?? []);
        expect(words.filter((word) => !found.includes(word))).toEqual([]);
      }),
      { numRuns: 6, seed: 5, endOnFailure: true },
    );
  });

  it.each([
    ['with tables, lists and notes', sampleContent],
    ['with screens and a thread', threadedContent],
  ])('keep their parts, %s', async (_, make) => {
    const content = make();
    const back = await readBack(content);
    expect(back.title).toBe(narrativeHeading(content, 'Fairmend'));
    const written = partKeys.filter((part) => plainText(content.parts[part]).trim() !== '');
    const placed = new Set(back.parts.map(({ part }) => part));
    expect(written.filter((part) => !placed.has(part))).toEqual([]);
  });

  it('come back without their title page, which is no part, and with remarks on it', async () => {
    const document = exportDocument(sampleContent());
    const { bytes } = await exportDocx({ ...document, mark: markOf(document) });
    const { content, blocks } = await readDocx(bytes, undefined, 'back.docx');
    const words = partKeys.map((part) => plainText(content.parts[part])).join('\n');
    expect(words).not.toContain('Draft 7');
    expect(words.split(narrativeHeading(content, '')).length - 1).toBe(1);
    expect(blocks.filter(({ sure }) => sure === 'unplaced')).toEqual([]);
  });

  it('come back without the appendices and references that Dateline makes, and say so', async () => {
    const document = exportDocument(threadedContent(), { assets: threadedAssets });
    const { bytes } = await exportDocx({ ...document, mark: markOf(document) });
    const { content, doubts } = await readDocx(bytes, undefined, 'back.docx');
    const words = partKeys.map((part) => plainText(content.parts[part])).join('\n');
    expect(words).toContain('Nobody was promised this');
    for (const made of ['P1', '· question', 'Promised, but nobody can do it yet'])
      expect(words).not.toContain(made);
    expect(doubts).toContain('The appendices were left out, since Dateline makes its own.');
  });
});
