import { countLetters } from '../../narrative/letters';
import type { ReadingBlock } from '../reading/readingBlock';
import type { ReadingNode } from '../reading/readingNode';

/**
 * The same blocks with each word as a text of its own, which says in `attrs.letters` how many letters of the part
 * stand before it. The layout looks the same and can tell on which page each word came to stand.
 */
export function markWords(blocks: readonly ReadingBlock[]): ReadingBlock[] {
  return new WordMarker().blocks(blocks);
}

/** The same, for the words of the one block in which so many letters of the part have passed, or else of the last. */
export function markWordsAround(blocks: readonly ReadingBlock[], letters: number): ReadingBlock[] {
  const marker = new WordMarker();
  const marked = blocks.map((block) => ({ block: marker.block(block), end: marker.letters }));
  const around = marked.findIndex(({ end }) => end > letters);
  const chosen = around === -1 ? blocks.length - 1 : around;
  return blocks.map((block, index) => (index === chosen ? (marked[index]?.block ?? block) : block));
}

class WordMarker {
  letters = 0;

  blocks(blocks: readonly ReadingBlock[]): ReadingBlock[] {
    return blocks.map((block) => this.block(block));
  }

  block(block: ReadingBlock): ReadingBlock {
    switch (block.type) {
      case 'heading':
        // The name of a section is printed; in the editor it stands beside the text.
        return block.role === 'section' ? block : { ...block, content: this.line(block.content) };
      case 'subheading':
      case 'paragraph':
        return { ...block, content: this.line(block.content) };
      case 'lead':
        return { ...block, dateline: this.line(block.dateline), content: this.line(block.content) };
      case 'facts':
        return {
          ...block,
          facts: block.facts.map((fact) => ({ ...fact, content: this.line(fact.content) })),
        };
      case 'quote':
      case 'unwritten':
        return { ...block, blocks: this.blocks(block.blocks) };
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, blocks: this.blocks(item.blocks) })),
        };
      case 'table':
        return {
          ...block,
          cells: block.cells.map((cell) => ({ ...cell, blocks: this.blocks(cell.blocks) })),
        };
      case 'code':
        this.letters += countLetters(block.text);
        return block;
      default:
        return block;
    }
  }

  private line(nodes: readonly ReadingNode[]): ReadingNode[] {
    return nodes.flatMap((node) => (node.text === undefined ? [node] : this.words(node, node.text)));
  }

  private words(node: ReadingNode, text: string): ReadingNode[] {
    return (text.match(word) ?? []).map((part) => {
      const marked = { ...node, text: part, attrs: { letters: this.letters } };
      this.letters += countLetters(part);
      return marked;
    });
  }
}

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** A word with the space behind it; of what is written without spaces, each letter. The whole text, in pieces. */
const word = new RegExp(String.raw`[${unspaced}]|(?:(?![${unspaced}])\S)+\s*|\s+`, 'gu');
