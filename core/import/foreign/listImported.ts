import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { partDefinitions, partKeys, sectionTitle } from '../../narrative/parts';
import { isBlank, plainText } from '../../narrative/plainText';
import { type RichNode, stringAttr } from '../../narrative/richText';
import type { ImportedBlock } from '../importedNarrative';
import { unplacedTitle } from '../unplaced';
import type { Judgement, PlacedBlock } from './recognised';
import { sure } from './recognised';
import { wordsOf } from './releaseBlock';

/** How many of a block's characters are shown to tell it by. */
const shownCharacters = 90;

/** More than these are not listed one by one: nobody could look through them. */
const mostListed = 2_000;

/** Every block of an imported text where it lies now, with how sure its place is. */
export function listImported(content: NarrativeContent, placed: readonly PlacedBlock[]): ImportedBlock[] {
  const judged = judgements(placed);
  const blocks = partKeys.flatMap((part) => {
    let isUnplaced = false;
    const list = (nodes: readonly RichNode[], section: string) =>
      nodes.flatMap((node, index): ImportedBlock[] => {
        if (isBlank(node) || node.type === 'section') return [];
        const words = firstWords(plainText(isItem(node) ? (node.content?.[0] ?? node) : node));
        const isTitle = part === 'plan' && words === unplacedTitle && node.type === 'heading';
        if (isTitle) isUnplaced = true;
        if (isTitle || words === '') return [];
        const known = judged.get(`${part} ${section} ${words.slice(0, 40)}`)?.shift();
        const fallback: Judgement = isUnplaced
          ? { sure: 'unplaced', reason: 'Nothing says where it belongs.' }
          : sure('It belongs to what stands above it.');
        return [{ words, part, section, index, ...(known ?? fallback) }];
      });
    const nodes = content.parts[part].content ?? [];
    const sections = nodes.filter(({ type }) => type === 'section');
    return [
      ...list(nodes, ''),
      ...sections.flatMap((section) => list(section.content ?? [], stringAttr(section, 'key'))),
    ];
  });
  if (blocks.length <= mostListed) return blocks;
  return [...blocks.filter(({ sure: level }) => level !== 'sure'), ...blocks].slice(0, mostListed);
}

/** Questions, use cases and manuals are told by their first line. */
const isItem = ({ type }: RichNode) => type === 'faqItem' || type === 'useCase' || type === 'manual';

function judgements(placed: readonly PlacedBlock[]): Map<string, Judgement[]> {
  const judged = new Map<string, Judgement[]>();
  for (const { node, place, judgement } of placed) {
    const key = `${place.part} ${place.section} ${firstWords(wordsOf(node)).slice(0, 40)}`;
    const list = judged.get(key);
    if (list) list.push(judgement);
    else judged.set(key, [judgement]);
  }
  return judged;
}

/** The beginning of a block, on one line. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= shownCharacters) return line;
  return `${line.slice(0, shownCharacters).replace(/\s+\S*$/, '')} …`;
}

/** Most doubts that are told one by one. */
const mostTold = 12;

/** One sentence for each block that a person should look at, the many as a number. */
export function tellDoubts(blocks: readonly ImportedBlock[]): string[] {
  const guesses = blocks.filter((block) => block.sure === 'guess');
  const told = guesses.slice(0, mostTold).map(({ words, part, section, reason }) => {
    const where = section === '' ? '' : `, ${sectionTitle(part, section)}`;
    return `“${words}” is in ${partDefinitions[part].title}${where}: is that right? ${reason}`;
  });
  if (guesses.length > mostTold) told.push(`${guesses.length - mostTold} more places were guessed.`);
  if (blocks.some((block) => block.sure === 'unplaced'))
    told.push(`Some text fitted nowhere. It is in the launch plan, under “${unplacedTitle}”.`);
  return told;
}
