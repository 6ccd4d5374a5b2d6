import type { stopReasons } from '../records/meetings';
import type { MeetingOutcome } from './readMeetings';

/** What a room can decide, in a word. */
export const outcomeNames: Readonly<Record<MeetingOutcome, string>> = {
  go: 'Go',
  revise: 'Revise',
  stop: 'Stop',
};

/** The five reasons for which good people stop a plan. */
export const stopReasonWords: Readonly<Record<(typeof stopReasons)[number], string>> = {
  notDifferent: 'It is not different enough from what people have',
  marketTooSmall: 'Too few people have the problem, or would pay',
  costTooRisky: 'Too much money is needed before we learn anything',
  unsolvedBlocker: 'One problem is unsolved, and all else rests on it',
  betterIdeas: 'It is good, but better ideas are waiting',
};
