import type { EvidenceState } from './evidenceRecord';

/** The words for the states, as they stand on cards and in lists. */
export const stateNames: Readonly<Record<EvidenceState, string>> = {
  known: 'Known',
  heard: 'Heard',
  assumed: 'Assumed',
  target: 'Target',
  unknown: 'Unknown',
};
