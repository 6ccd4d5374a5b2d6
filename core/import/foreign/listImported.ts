import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { partDefinitions, sectionTitle } from '../../narrative/parts';
import type { ImportedBlock } from '../importedNarrative';
import { firstWords, listBlocks } from '../places/listBlocks';
import { unplacedTitle } from '../unplaced';
import type { Judgement, PlacedBlock } from './recognised';
import { sure } from './recognised';
import { wordsOf } from './releaseBlock';

/** More than these are not listed one by one: nobody could look through them. */
const mostListed = 2_000;

/** By how many of its first characters a block is known again in the finished text. */
const knownBy = 40;

/** Every block of an imported text where it lies now, with how sure its place is. */
export function listImported(content: NarrativeContent, placed: readonly PlacedBlock[]): ImportedBlock[] {
  const judged = judgements(placed);
  const blocks = listBlocks(content).map(({ isUnplaced, ...block }): ImportedBlock => {
    const known = judged.get(`${block.part} ${block.section} ${block.words.slice(0, knownBy)}`)?.shift();
    const fallback: Judgement = isUnplaced
      ? { sure: 'unplaced', reason: 'Nothing says where it belongs.' }
      : sure('It belongs to what stands above it.');
    return { ...block, ...(known ?? fallback) };
  });
  if (blocks.length <= mostListed) return blocks;
  const doubted = blocks.filter((block) => block.sure !== 'sure');
  return [...doubted, ...blocks.filter((block) => block.sure === 'sure')].slice(0, mostListed);
}

function judgements(placed: readonly PlacedBlock[]): Map<string, Judgement[]> {
  const judged = new Map<string, Judgement[]>();
  for (const { node, place, judgement } of placed) {
    const key = `${place.part} ${place.section} ${firstWords(wordsOf(node)).slice(0, knownBy)}`;
    const list = judged.get(key);
    if (list) list.push(judgement);
    else judged.set(key, [judgement]);
  }
  return judged;
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
