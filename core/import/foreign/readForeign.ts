import type { Root, RootContent } from 'mdast';
import { emptyContent } from '../../narrative/narrativeDoc';
import { partDefinitions, partKeys } from '../../narrative/parts';
import { sectionText } from '../../narrative/plainText';
import type { RichNode } from '../../narrative/richText';
import { canonicalDoc } from '../../narrative/schema';
import type { ImportedNarrative } from '../importedNarrative';
import type { FrontMatter } from '../markdown/frontMatter';
import { PartReader } from '../markdown/partReader';
import { readBlocks } from '../markdown/readBlocks';
import { leftoverFootnotes } from '../markdown/readDialect';
import { createReadingContext, type ReadingContext } from '../markdown/readingContext';
import { countPlacements } from '../placements';
import { addUnplaced } from '../unplaced';
import { ForeignPlacer, sectionBlocks } from './foreignPlacer';

/** Reads a text that somebody wrote elsewhere: headings say what belongs where, and nothing is dropped. */
export function readForeign(root: Root, front: FrontMatter): ImportedNarrative {
  const context = createReadingContext(root);
  const placer = new ForeignPlacer();
  if (front.title !== '') placer.addTitle(front.title);
  for (const node of root.children) placer.add(node);
  const content = emptyContent();
  for (const key of partKeys) {
    const isSectioned = partDefinitions[key].kind === 'sections';
    const blocks = isSectioned ? sectionBlocks(placer, key) : placer.parts.get(key);
    if (blocks && blocks.length > 0) content.parts[key] = readPart(key, blocks, context);
  }
  const unplaced = [
    ...unreadFrontMatter(front),
    ...readBlocks(placer.unplaced, context),
    ...leftoverFootnotes(context),
  ];
  if (addUnplaced(content, unplaced))
    placer.doubts.add('Some text fitted nowhere. It is in the launch plan, under “Unplaced”.');
  const doubts = [...placer.doubts, ...context.doubts];
  const title = front.title || sectionText(content.parts.release, 'heading');
  return { content, meta: front.meta, title, parts: countPlacements(content, partKeys), doubts };
}

function readPart(key: (typeof partKeys)[number], blocks: RootContent[], context: ReadingContext) {
  const reader = new PartReader(key, context);
  for (const block of blocks) reader.read(block);
  return canonicalDoc(reader.finish());
}

/** Fields that Dateline has no place for, kept as they stood. */
function unreadFrontMatter({ unread }: FrontMatter): RichNode[] {
  return unread === ''
    ? []
    : [{ type: 'codeBlock', attrs: { language: 'yaml' }, content: [{ type: 'text', text: unread }] }];
}
