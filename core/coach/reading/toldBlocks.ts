import type { CoachDocument } from '../coachDocument';
import type { CoachBlock } from './coachBlock';
import type { CoachPiece } from './coachPiece';

const parts = new Set(['release', 'customerFaq', 'internalFaq', 'manuals', 'plan']);

/** A block that may tell a fact, with the question it answers, so that "€12 per bed" is known for a price. */
export interface Told {
  block: CoachBlock;
  /** The question of its item; '' where it has none. */
  question: string;
  /** True for the first block of an answer, in which a bare sum or day answers the question. */
  isOpening: boolean;
}

/** Every block that may tell a fact about the product, in reading order. */
export function toldBlocks({ pieces }: CoachDocument): Told[] {
  return (
    pieces
      // What the problem costs people today is no price of the product.
      .filter(({ part, section }) => parts.has(part) && section !== 'problem')
      .flatMap((piece) =>
        piece.blocks.map((block, index) => ({ block, question: questionOf(piece), isOpening: index === 1 })),
      )
  );
}

function questionOf({ blocks }: CoachPiece): string {
  const first = blocks[0];
  return first?.source.kind === 'faqQuestion' ? first.text : '';
}
