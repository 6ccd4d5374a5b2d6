import { stringAttr } from '../../narrative/richText';
import type { ReadingBlock } from './readingBlock';
import type { ReadingNode } from './readingNode';

/**
 * The first line of a section of the release that has a look of its own, as the block it is set as;
 * null for any other.
 */
export function readStyledLine(
  section: ReadingNode,
  line: ReadingNode | undefined,
  level: () => number,
): ReadingBlock | null {
  if (line?.type !== 'paragraph') return null;
  const content = line.content ?? [];
  const key = stringAttr(section, 'key');
  if (key === 'heading')
    return { type: 'heading', role: 'release', level: level(), content, number: 0, anchor: '' };
  if (key === 'subheading') return { type: 'subheading', content };
  return key === 'dateline' ? { type: 'lead', dateline: content, content: [] } : null;
}

/** Lets the first paragraph of the summary run on from the dateline, as newspapers set it. */
export function joinLead(blocks: readonly ReadingBlock[]): ReadingBlock[] {
  const joined: ReadingBlock[] = [];
  for (const block of blocks) {
    const [lead, mark] = [joined.at(-2), joined.at(-1)];
    const follows = mark?.type === 'section' && mark.key === 'summary' && lead?.type === 'lead';
    if (block.type === 'paragraph' && follows && lead.content.length === 0 && !block.revision)
      joined.splice(-2, 2, mark, { ...lead, content: block.content });
    else joined.push(block);
  }
  return joined;
}
