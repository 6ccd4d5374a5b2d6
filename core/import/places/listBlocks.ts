import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { partKeys } from '../../narrative/parts';
import { isBlank, plainText } from '../../narrative/plainText';
import { type RichNode, stringAttr } from '../../narrative/richText';
import type { ImportedBlock } from '../importedNarrative';
import { unplacedTitle } from '../unplaced';

/** How many of a block's characters are shown to tell it by. */
const shownCharacters = 90;

export type ListedBlock = Pick<ImportedBlock, 'part' | 'section' | 'index' | 'words'> & {
  isUnplaced: boolean;
};

/** Every written block of a narrative where it lies, part by part and section by section. */
export function listBlocks({ parts }: Pick<NarrativeContent, 'parts'>): ListedBlock[] {
  return partKeys.flatMap((part) => {
    let isUnplaced = false;
    const list = (nodes: readonly RichNode[], section: string) =>
      nodes.flatMap((node, index): ListedBlock[] => {
        if (node.type === 'section' || isBlank(node)) return [];
        const words = firstWords(toldBy(node));
        const isTitle = part === 'plan' && words === unplacedTitle && node.type === 'heading';
        if (isTitle) isUnplaced = true;
        return isTitle || words === '' ? [] : [{ words, part, section, index, isUnplaced }];
      });
    const nodes = parts[part].content ?? [];
    const sections = nodes.filter(({ type }) => type === 'section');
    return [
      ...list(nodes, ''),
      ...sections.flatMap((section) => list(section.content ?? [], stringAttr(section, 'key'))),
    ];
  });
}

/** The text that a block is told by: the first line of a question, use case or manual, all of any other. */
export function toldBy(node: RichNode): string {
  const isItem = node.type === 'faqItem' || node.type === 'useCase' || node.type === 'manual';
  const written = isItem ? (node.content ?? []).find((child) => !isBlank(child)) : node;
  return plainText(written ?? node);
}

/** The beginning of a block, on one line. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= shownCharacters) return line;
  return `${line.slice(0, shownCharacters).replace(/\s+\S*$/, '')} …`;
}
