import type { CoachData } from '../../../core/coach/coachData';
import type { FactPlace } from '../../../core/facts/factPlace';
import type { FactReading } from '../../../core/facts/factReading';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';

/** What the window tells the worker that reads facts. */
export type FactsMessage =
  | { kind: 'data'; data: CoachData }
  | { kind: 'content'; content: NarrativeContent; today: string };

/** What the worker read. */
export interface NarrativeReading extends FactReading {
  /** Sentences about how it is built, in parts that customers read. */
  technical: FactPlace[];
}
