import type { RootContent } from 'mdast';
import type { ImportedBlock } from '../importedNarrative';
import type { Place } from './knownTitles';

/** How sure a placing is, and the plain reason for it. */
export type Judgement = Pick<ImportedBlock, 'sure' | 'reason'>;

/** A block of a foreign text with where it belongs. */
export interface PlacedBlock {
  node: RootContent;
  place: Place;
  judgement: Judgement;
}

export const sure = (reason: string): Judgement => ({ sure: 'sure', reason });
export const guess = (reason: string): Judgement => ({ sure: 'guess', reason });
