import type { CoachData } from '../../../core/coach/coachData';
import type { FactPlace } from '../../../core/facts/factPlace';
import type { FactReading } from '../../../core/facts/factReading';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { NodesChange } from '../../editor/session/changedNodes';

/** What the window tells the worker that reads facts. */
export type FactsMessage =
  | { kind: 'data'; data: CoachData }
  | { kind: 'content'; content: NarrativeContent; today: string }
  /** All but the text, and of the text what is not as it was told before. */
  | { kind: 'change'; rest: Omit<NarrativeContent, 'parts'>; changes: PartChange[]; today: string };

export interface PartChange extends NodesChange {
  part: PartKey;
}

/** What the worker read. */
export interface NarrativeReading extends FactReading {
  /** Sentences about how it is built, in parts that customers read. */
  technical: FactPlace[];
}
