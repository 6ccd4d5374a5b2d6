import type { CoachBlock } from './coachBlock';
import type { TextRange } from './textRange';

/** Where a fact is told. */
export interface FactPlace {
  block: CoachBlock;
  range: TextRange;
}
