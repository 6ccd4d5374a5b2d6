import type { ReadingBlock } from './readingBlock';
import type { ReadingNode } from './readingNode';

/** What is done with the blocks of an export and with the lines of text in them. */
interface Mapping {
  inlines: (nodes: ReadingNode[]) => ReadingNode[];
  /** Hears of each block before what stands in it. */
  visit?: (block: ReadingBlock) => void;
}

/** The same blocks in reading order, with every line of text mapped. */
export function mapBlocks(blocks: readonly ReadingBlock[], mapping: Mapping): ReadingBlock[] {
  return blocks.map((block) => mapBlock(block, mapping));
}

function mapBlock(block: ReadingBlock, mapping: Mapping): ReadingBlock {
  const { inlines, visit } = mapping;
  const inside = (blocks: readonly ReadingBlock[]) => mapBlocks(blocks, mapping);
  visit?.(block);
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
