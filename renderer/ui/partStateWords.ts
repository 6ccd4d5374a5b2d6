import type { NarrativeSummary } from '../../core/api/shapes';
import type { PartState } from '../../core/narrative/partState';
import { type PartKey, partKeys } from '../../core/narrative/parts';
import type { Lapse } from '../../core/review/signOff/readPartReviews';

/** The word for a part's state, the same in rail, strip and menus. */
export const partStateWords: Readonly<Record<PartState, string>> = {
  empty: 'Empty',
  drafted: 'Drafted',
  ready: 'Ready',
  inReview: 'In review',
  reviewed: 'Reviewed',
  locked: 'Locked',
};

/** What a text has outlived, such as "Changed since draft 7 was signed". */
export const lapseWords = ({ of, draft }: Lapse): string => `Changed since draft ${draft} was ${of}`;

type StripFacts = Pick<NarrativeSummary, 'states' | 'openQuestions' | 'changedSinceReview'> & {
  meta: Pick<NarrativeSummary['meta'], 'stage'>;
};

/** The strip of eight parts as a sentence, for those who read it or cannot see it. */
export function stripSentence({ states, openQuestions, changedSinceReview, meta }: StripFacts): string {
  const count = (isCounted: (state: PartState) => boolean) =>
    partKeys.filter((key) => isCounted(states[key])).length;
  const written = count((state) => state !== 'empty' && state !== 'locked');
  const changed = changedSinceReview > 0 ? `, ${changedSinceReview} changed since` : '';
  const reviewed = `${count((state) => state === 'reviewed')} of 8 reviewed${changed}`;
  if (meta.stage === 'decided') return `Decided, ${reviewed}`;
  if (meta.stage === 'inReview') return `In review, ${reviewed}`;
  if (written === 0) return 'Nothing written yet';
  if (isOnlyBrief(states, written)) return 'Customer questions started';
  const drafted = `${written} of 8 drafted`;
  if (openQuestions === 0) return drafted;
  return `${drafted}, ${openQuestions} ${openQuestions === 1 ? 'question' : 'questions'} open`;
}

function isOnlyBrief(states: Record<PartKey, PartState>, written: number): boolean {
  return written === 1 && states.brief === 'drafted';
}
