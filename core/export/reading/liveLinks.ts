import { isAnchorLink } from '../../import/markdown/dialect';
import { isReference } from '../thread/references';
import { mapBlocks } from './mapBlocks';
import type { ReadingBlock, ReadingPart } from './readingBlock';
import type { ReadingMark, ReadingNode } from './readingNode';

/**
 * The same parts without links that lead nowhere: what they name is in a part that was not chosen, or is gone.
 * References go with their words, since they say nothing else; of other links the words stay.
 */
export function withLiveLinks(parts: readonly ReadingPart[]): ReadingPart[] {
  const names = new Set<string>();
  const note = (nodes: ReadingNode[]) => {
    for (const { marks } of nodes)
      for (const { attrs } of marks ?? []) if (typeof attrs?.anchor === 'string') names.add(attrs.anchor);
    return nodes;
  };
  const noteBlock = (block: ReadingBlock) => {
    if ('anchor' in block) names.add(block.anchor);
  };
  for (const { blocks } of parts) mapBlocks(blocks, { inlines: note, visit: noteBlock });
  const isDead = ({ type, attrs }: ReadingMark) => {
    const href = type === 'link' && typeof attrs?.href === 'string' ? attrs.href : '';
    return isAnchorLink(href) && !names.has(href.slice(1));
  };
  const live = (node: ReadingNode): ReadingNode[] => {
    const dead = node.marks?.find(isDead);
    if (!dead) return [node];
    return isReference(dead) ? [] : [{ ...node, marks: node.marks?.filter((mark) => mark !== dead) ?? [] }];
  };
  const inlines = (nodes: ReadingNode[]) => nodes.flatMap(live);
  return parts.map((part) => ({ ...part, blocks: mapBlocks(part.blocks, { inlines }) }));
}
