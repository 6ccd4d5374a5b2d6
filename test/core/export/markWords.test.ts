import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultExportOptions } from '../../../core/api/shapes';
import { ExportWarnings } from '../../../core/export/exportWarnings';
import { markWords } from '../../../core/export/pdf/markWords';
import type { ReadingBlock } from '../../../core/export/reading/readingBlock';
import { toReadingParts } from '../../../core/export/reading/toReadingParts';
import { countLetters } from '../../../core/narrative/letters';
import { narrativeSchema } from '../../../core/narrative/schema';
import { letterPosition } from '../../../renderer/editor/pages/letterPosition';
import { anyNarrative } from './narrativeArbitrary';
import { exportDocument } from './sampleNarrative';

/** Marked words, and nothing else, as they are met in blocks of any shape. */
function wordsIn(blocks: readonly ReadingBlock[]): { text: string; letters: number }[] {
  const words: { text: string; letters: number }[] = [];
  JSON.stringify(blocks, (_, value) => {
    if (typeof value?.text === 'string' && typeof value?.attrs?.letters === 'number')
      words.push({ text: value.text, letters: value.attrs.letters });
    return value;
  });
  return words;
}

it('each printed word of a release is found at its place in the editor (seed 7)', () => {
  fc.assert(
    fc.property(anyNarrative, (content) => {
      const options = { ...defaultExportOptions, layout: 'release' as const };
      const [part] = toReadingParts(exportDocument(content, { options }), new ExportWarnings());
      const doc = narrativeSchema.nodeFromJSON(content.parts.release);
      for (const { text, letters } of wordsIn(markWords(part?.blocks ?? []))) {
        if (countLetters(text) === 0) continue;
        const position = letterPosition(doc, letters) ?? -1;
        const node = doc.nodeAt(position);
        // A field is one thing in the editor: a page can begin before it, not inside of it.
        if (node?.type.name === 'fact') expect(String(node.attrs.value)).toContain(text.trim());
        else expect(doc.textBetween(position, position + 1)).toBe(text.trimStart().charAt(0));
      }
    }),
    { numRuns: 40, seed: 7 },
  );
});
