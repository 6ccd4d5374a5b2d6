import type { Minutes, MinutesRemark } from '../../../core/review/meeting/minutesOf';
import type { MeetingOutcome } from '../../../core/review/meeting/readMeetings';
import type { ReviewRecordOf } from '../../../core/review/reviewRecord';

type Decision = ReviewRecordOf<'decision'>;
export type StopReason = Decision['stopReasons'][number];

/** A change as it is being written; `key` tells rows apart that say the same. */
export type DraftChange = Decision['changes'][number] & { key: string };

/** A decision as it is being written. What another choice asked for is kept until it is recorded. */
export interface DecisionDraft {
  outcome: MeetingOutcome | null;
  reason: string;
  changes: readonly DraftChange[];
  stopReason: StopReason | null;
  revisitOn: string;
  mustDiffer: string;
}

export const emptyDecision: DecisionDraft = {
  outcome: null,
  reason: '',
  changes: [],
  stopReason: null,
  revisitOn: '',
  mustDiffer: '',
};

/** What is still to be said before the decision can be recorded, as a sentence; '' for nothing. */
export function missingIn({ outcome, changes, stopReason, revisitOn }: DecisionDraft): string {
  if (outcome === null) return 'Go, revise or stop?';
  if (outcome === 'go') return '';
  if (outcome === 'stop') {
    if (stopReason === null) return 'What stops it, mainly?';
    return revisitOn === '' ? 'On which day is it looked at again?' : '';
  }
  const said = changes.filter(({ text }) => text.trim() !== '');
  if (said.length === 0) return 'Which changes? One is enough.';
  return said.some(({ owner }) => owner.trim() === '') ? 'Who makes each change?' : '';
}

/** The draft as it is kept: only what its outcome asks for. */
export function toDecision(
  draft: DecisionDraft & { outcome: MeetingOutcome },
): Pick<Decision, 'outcome' | 'reason' | 'changes' | 'stopReasons' | 'revisitOn' | 'mustDiffer'> {
  const { outcome, reason, changes, stopReason, revisitOn, mustDiffer } = draft;
  const isStop = outcome === 'stop';
  const said = changes.filter(({ text }) => text.trim() !== '');
  return {
    outcome,
    reason: reason.trim(),
    changes:
      outcome === 'revise'
        ? said.map(({ key: _row, ...change }) => ({ ...change, text: change.text.trim() }))
        : [],
    stopReasons: isStop && stopReason ? [stopReason] : [],
    revisitOn: isStop ? revisitOn : '',
    mustDiffer: isStop ? mustDiffer.trim() : '',
  };
}

/** All remarks that a change could answer to, in the order of the minutes. */
export const remarksToPick = ({ parts }: Minutes): MinutesRemark[] => parts.flatMap(({ remarks }) => remarks);
