import { detectLanguage } from '../../core/coach/reading/detectLanguage';
import { placeKey, readBlocks } from '../../core/coach/reading/readBlocks';
import { type PartKey, partDefinitions } from '../../core/narrative/parts';
import type { RichDoc } from '../../core/narrative/richText';
import type { GrammarLine } from './grammarMessages';

/** A line longer than this is left out: nobody reads it for its commas. */
const longestLine = 20_000;

/** The English lines of a part, code aside, each with the place it stands in. */
export function grammarLines(doc: RichDoc, part: PartKey): GrammarLine[] {
  const isPlain = partDefinitions[part].kind === 'plain';
  const nodes = isPlain ? [doc] : (doc.content ?? []);
  return nodes.flatMap((node) => {
    const section = isPlain ? '' : placeKey(node);
    const { text, blocks } = readBlocks(node, { part, section });
    if (detectLanguage(text) !== 'en') return [];
    return blocks
      .filter((block) => !block.isCode && block.text.length <= longestLine)
      .map((block) => ({ section, from: block.from, text: block.text }));
  });
}
