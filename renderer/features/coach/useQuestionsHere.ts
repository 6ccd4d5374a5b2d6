import { useMemo } from 'react';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import type { PartKey } from '../../../core/narrative/parts';

export interface QuestionsHere {
  /** Questions about the section or item, and about the part as a whole. */
  here: AskedFinding[];
  /** How many wait in other sections of the part. */
  waiting: number;
  /** How many wait in other parts. */
  elsewhere: number;
}

/** Sorts open questions by how near they are to where somebody writes. */
export function useQuestionsHere(
  open: readonly AskedFinding[],
  part: PartKey,
  section: string,
): QuestionsHere {
  return useMemo(() => {
    const inPart = open.filter((finding) => finding.part === part);
    const here = inPart.filter((finding) => finding.section === section || finding.section === '');
    return { here, waiting: inPart.length - here.length, elsewhere: open.length - inPart.length };
  }, [open, part, section]);
}
