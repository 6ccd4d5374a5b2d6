import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { faqStateOf } from '../../narrative/partState';
import { type PartKey, partDefinitions, partKeys } from '../../narrative/parts';
import type { FaqState, RichNode } from '../../narrative/richText';
import type { CoachBlock } from './coachBlock';
import { placeKey, readBlocks } from './readBlocks';

/** A stretch that a finding points into: a fixed section, an item such as a question, or a whole plain part. */
export interface CoachPiece {
  part: PartKey;
  /** Section key or item id; '' for a plain part. */
  section: string;
  kind: RichNode['type'];
  /** Plain text without space around it. */
  text: string;
  blocks: readonly CoachBlock[];
  /** Where a question stands; '' for anything else. */
  state: FaqState | '';
}

/** Every written piece of a narrative, in reading order. */
export function readPieces(content: NarrativeContent): CoachPiece[] {
  return partKeys.flatMap((part) => {
    const doc = content.parts[part];
    const nodes = partDefinitions[part].kind === 'plain' ? [doc] : (doc.content ?? []);
    return nodes.map((node) => readPiece(part, node)).filter(({ text }) => text !== '');
  });
}

/** Reads one section, item or plain part. */
export function readPiece(part: PartKey, node: RichNode): CoachPiece {
  const section = placeKey(node);
  const isQuestion = node.type === 'faqItem';
  return {
    part,
    section,
    kind: node.type,
    ...readBlocks(node, { part, section }),
    state: isQuestion ? faqStateOf(node) : '',
  };
}
