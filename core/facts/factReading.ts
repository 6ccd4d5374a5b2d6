import type { Fact } from './fact';
import type { FactPlace } from './factPlace';

/** One way the narrative tells a fact, and everywhere it does. */
export interface FactValue {
  /** The words as first written. */
  value: string;
  places: FactPlace[];
}

/** A fact the narrative tells, with each value found; more than one where its parts differ. */
export interface FactCandidates {
  key: string;
  label: string;
  values: FactValue[];
}

export const contradictionSubjects = ['name', 'price', 'date', 'platform', 'limit', 'stage'] as const;
export type ContradictionSubject = (typeof contradictionSubjects)[number];

/** Two places that cannot both be true. */
export interface Contradiction {
  subject: ContradictionSubject;
  one: FactPlace;
  other: FactPlace;
}

/** A place that tells another value than the one that was confirmed. */
export interface Departure {
  fact: Fact;
  place: FactPlace;
}

/** All that was read about the facts of a narrative. */
export interface FactReading {
  candidates: FactCandidates[];
  contradictions: Contradiction[];
  departures: Departure[];
}
