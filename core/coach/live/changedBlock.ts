import { type PartKey, partDefinitions } from '../../narrative/parts';
import type { RichNode } from '../../narrative/richText';
import type { CoachDocument } from '../coachDocument';
import { CoachBlock } from '../reading/coachBlock';
import type { CoachPiece } from '../reading/coachPiece';
import { countBlocks, placeKey, readBlocks } from '../reading/readBlocks';
import type { TextChange } from './coachMessages';

/** One block that was rewritten while everything around it stayed as it was. */
export interface RewrittenBlock {
  before: CoachBlock;
  after: CoachBlock;
}

/**
 * The single block in which a change differs from what was read last; null when more than one does, or when one
 * was added or taken away, which only a look at the whole can judge.
 */
export function findRewrittenBlock(
  document: CoachDocument,
  known: readonly RichNode[],
  change: TextChange,
): RewrittenBlock | null {
  const { part, from, to, nodes } = change;
  const [oldNode] = known.slice(from, to);
  const [node] = nodes;
  if (to - from !== 1 || nodes.length !== 1 || !oldNode || !node) return null;
  const place = placeOf(part, oldNode);
  const before = readBlocks(oldNode, place).blocks;
  const after = readBlocks(node, placeOf(part, node)).blocks;
  const index = onlyDifference(before, after);
  const piece = pieceAt(document, place);
  const block = piece?.blocks[skippedBlocks(known.slice(0, from), place) + index];
  const rewritten = after[index];
  if (index < 0 || !block || !rewritten || block.text !== before[index]?.text) return null;
  return { before: block, after: new CoachBlock(rewritten.source, block.from) };
}

/** The document as last read with the block exchanged; what follows in its piece moves along. */
export function putBlock(document: CoachDocument, { before, after }: RewrittenBlock): CoachDocument {
  const { from } = before;
  const grownBy = after.text.length - before.text.length;
  const move = (block: CoachBlock): CoachBlock => {
    if (block === before) return after;
    return grownBy !== 0 && block.from > from ? block.movedBy(grownBy) : block;
  };
  const pieces = document.pieces.map((piece): CoachPiece => {
    if (!piece.blocks.includes(before)) return piece;
    const text = piece.text.slice(0, from) + after.text + piece.text.slice(from + before.text.length);
    return { ...piece, text, blocks: piece.blocks.map(move) };
  });
  return { ...document, pieces };
}

function placeOf(part: PartKey, node: RichNode): { part: PartKey; section: string } {
  return { part, section: partDefinitions[part].kind === 'plain' ? '' : placeKey(node) };
}

function pieceAt(
  { pieces }: CoachDocument,
  place: { part: PartKey; section: string },
): CoachPiece | undefined {
  return pieces.find(({ part, section }) => part === place.part && section === place.section);
}

/** In a plain part the piece begins with the nodes before the changed one; elsewhere each node is its own. */
function skippedBlocks(before: readonly RichNode[], place: { part: PartKey; section: string }): number {
  if (partDefinitions[place.part].kind !== 'plain') return 0;
  return before.reduce((count, node) => count + countBlocks(node), 0);
}

function onlyDifference(before: readonly CoachBlock[], after: readonly CoachBlock[]): number {
  if (before.length !== after.length) return -1;
  const differing = before.flatMap((block, index) => (isSame(block, after[index]) ? [] : [index]));
  return differing.length === 1 ? (differing[0] ?? -1) : -1;
}

function isSame(block: CoachBlock, other: CoachBlock | undefined): boolean {
  return block.text === other?.text && block.source.kind === other.source.kind;
}
