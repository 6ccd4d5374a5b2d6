import type { RichNode } from '../../narrative/richText';

/** The blocks of an item that leaves its kind of part: its titles as headings, everything else as it is. */
export function looseBlocks(node: RichNode): RichNode[] {
  switch (node.type) {
    case 'faqItem':
    case 'useCase':
    case 'step':
    case 'manual':
    case 'section':
      return (node.content ?? []).filter(isKept).flatMap(looseBlocks);
    case 'faqQuestion':
    case 'title':
      return [{ type: 'heading', attrs: { level: 3 }, content: node.content ?? [] }];
    case 'storyFact':
      return [{ type: 'paragraph', content: node.content ?? [] }];
    default:
      return [node];
  }
}

/** Empty lines and sections of an item wait for words that now come elsewhere. */
const isKept = ({ type, content }: RichNode): boolean =>
  type === 'image' || type === 'screen' || type === 'horizontalRule' || (content ?? []).some(isWritten);

const isWritten = (node: RichNode): boolean =>
  node.type !== 'paragraph' && node.type !== 'section' && node.content === undefined
    ? true
    : (node.content ?? []).some(isWritten);
