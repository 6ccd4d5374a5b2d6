import type { NarrativeContent } from '../../narrative/narrativeDoc';
import type { ImportedBlock } from '../importedNarrative';
import { listBlocks } from './listBlocks';
import type { BlockAddress, BlockTarget } from './moveBlock';

interface Move {
  from: BlockAddress;
  to: BlockTarget;
}

/** The list of blocks after one was moved: what was known of the others stays, and the moved one is sure. */
export function relistBlocks(
  content: Pick<NarrativeContent, 'parts'>,
  before: readonly ImportedBlock[],
  { from, to }: Move,
): ImportedBlock[] {
  const isMoved = (block: ImportedBlock) =>
    block.part === from.part && block.section === from.section && block.words === from.words;
  const moved = before.findIndex((block) => isMoved(block) && block.index === from.index);
  const known = before.filter((_, index) => index !== (moved === -1 ? before.findIndex(isMoved) : moved));
  const chosen = `${to.part} ${to.section} ${from.words}`;
  return listBlocks(content).map(({ isUnplaced, ...block }): ImportedBlock => {
    const place = known.findIndex(
      ({ part, section, words }) => part === block.part && section === block.section && words === block.words,
    );
    const [same] = place === -1 ? [] : known.splice(place, 1);
    if (same) return { ...block, sure: same.sure, reason: same.reason };
    if (isUnplaced) return { ...block, sure: 'unplaced', reason: 'Nothing says where it belongs.' };
    const isChosen = `${block.part} ${block.section} ${block.words}` === chosen;
    return {
      ...block,
      sure: 'sure',
      reason: isChosen ? 'You put it here.' : 'It belongs to what stands above it.',
    };
  });
}
