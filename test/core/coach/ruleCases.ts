import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { structureCases } from './structureCases';
import { wordingCases } from './wordingCases';

/** Narratives that a check should ask about, and narratives that look alike and are fine. */
export interface RuleCases {
  asks: NarrativeContent[];
  silent: NarrativeContent[];
}

export const ruleCases: Readonly<Record<string, RuleCases>> = { ...wordingCases, ...structureCases };
