import { createNarrativeCheck, type NamedFinding } from '../../core/check/narrativeCheck';
import { readCoachNotes } from '../../core/coach/coachNotes';
import { type CoachSetup, settleCoach } from '../../core/coach/coachSetup';
import { applyDismissals } from '../../core/coach/dismissals';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import { decodeNarrativeDoc } from '../../core/narrative/narrativeDoc';

export interface CheckedNarrative {
  /** Open questions, gravest first. */
  findings: NamedFinding[];
  /** Questions that somebody set aside with a reason. */
  setAside: number;
  /** Settings that could not be used and checks that could not be carried out, one sentence each. */
  problems: string[];
}

/** Asks everything there is to ask about a narrative or a file that was read as one. `today` is an ISO date. */
export function checkNarrative(
  { content, yjs }: Pick<NarrativeFile, 'content' | 'yjs'>,
  setup: CoachSetup,
  today: string,
): CheckedNarrative {
  const notes = readCoachNotes(decodeNarrativeDoc(Buffer.from(yjs, 'base64')));
  const { findings, problems } = createNarrativeCheck(settleCoach(setup, notes)).check(content, today);
  const { open, setAside } = applyDismissals(findings, notes.dismissals);
  return { findings: open, setAside: setAside.length, problems: [...setup.problems, ...problems] };
}
