import type { NarrativeStage } from '../../../core/narrative/meta';

export const stageWords: Readonly<Record<NarrativeStage, string>> = {
  drafting: 'Drafting',
  inReview: 'In review',
  decided: 'Decided',
};
