import { isAnchorLink } from '../../import/markdown/dialect';
import { isReference } from '../thread/references';
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
  for (const { blocks } of parts) mapBlocks(blocks, { inlines: note, name: (anchor) => names.add(anchor) });
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

interface Mapping {
  inlines: (nodes: ReadingNode[]) => ReadingNode[];
  /** Hears of each name of a block. */
  name?: (anchor: string) => void;
}

function mapBlocks(blocks: readonly ReadingBlock[], mapping: Mapping): ReadingBlock[] {
  return blocks.map((block) => mapBlock(block, mapping));
}

function mapBlock(block: ReadingBlock, mapping: Mapping): ReadingBlock {
  const { inlines, name } = mapping;
  const inside = (blocks: readonly ReadingBlock[]) => mapBlocks(blocks, mapping);
  if ('anchor' in block) name?.(block.anchor);
  switch (block.type) {
    case 'heading':
    case 'subheading':
    case 'paragraph':
      return { ...block, content: inlines(block.content) };
    case 'lead':
      return { ...block, dateline: inlines(block.dateline), content: inlines(block.content) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(({ label, content }) => ({ label, content: inlines(content) })),
      };
    case 'quote':
      return { ...block, blocks: inside(block.blocks) };
    case 'unwritten':
      return { ...block, question: inlines(block.question), blocks: inside(block.blocks) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: inside(item.blocks) })) };
    case 'table':
      return { ...block, cells: block.cells.map((cell) => ({ ...cell, blocks: inside(cell.blocks) })) };
    default:
      return block;
  }
}
