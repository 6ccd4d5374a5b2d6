import type { PartKey } from '../../../core/narrative/parts';
import type { GivenState } from '../../../core/review/records/signOffs';
import { type MatterCounts, sumMatters } from '../../../core/review/signOff/openMatters';
import type { PartReview, PartReviews } from '../../../core/review/signOff/readPartReviews';
import { nameKey, type SignOff, type SignOffTrust } from '../../../core/review/signOff/readSignOffs';
import { nearDay } from '../../ui/dates';

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** "2 open questions and 1 open remark"; '' for nothing. What the coach asks is a question like any other. */
export function matterWords({ findings, comments, questions }: MatterCounts): string {
  const asked = findings + questions;
  const said = [
    asked > 0 ? count(asked, 'open question') : '',
    comments > 0 ? count(comments, 'open remark') : '',
  ];
  return said.filter(Boolean).join(' and ');
}

/** What is said once a part was called ready although something was open. */
export const overruledWords = (open: MatterCounts): string =>
  sumMatters(open) === 0 ? 'Ready' : `Ready, with ${matterWords(open)}. Your reason is kept.`;

/** Someone on this machine may have given no name. */
export const nameOr = (by: string): string => (by.trim() === '' ? 'Somebody' : by.trim());

/** "today", "Monday", "12 Nov". */
export function dayWords(at: string, now: Date): string {
  const day = nearDay(new Date(at), now);
  return day === 'Today' || day === 'Yesterday' ? day.toLowerCase() : day;
}

/** What is known of the name under a signature; '' where it was written in Dateline. */
export const trustWords: Readonly<Record<SignOffTrust, string>> = {
  here: '',
  sealed: 'Came in their own packet, with its seal',
  claimed: 'Only claimed: the file carries no seal of yours',
};

/** What a part waits for now. */
export type NextStep =
  | { kind: 'wait' | 'write' | 'done' | 'sign'; words: string }
  | { kind: 'mark'; to: GivenState; words: string };

/** The next sensible step of one part for this person; '' in `me` where nobody is named. */
export function nextStep({ state, signOffs, isChangedSinceReview }: PartReview, me: string): NextStep {
  switch (state) {
    case 'locked':
      return { kind: 'wait', words: 'Opens when the seven before it are reviewed' };
    case 'empty':
      return { kind: 'write', words: 'Write the first words' };
    case 'drafted':
      return { kind: 'mark', to: 'ready', words: 'Mark ready' };
    case 'ready':
      return { kind: 'mark', to: 'inReview', words: 'Begin its review' };
    case 'inReview':
      return { kind: 'mark', to: 'reviewed', words: 'Mark reviewed' };
    case 'reviewed':
      if (isChangedSinceReview) return { kind: 'mark', to: 'reviewed', words: 'Mark reviewed again' };
      return signOffs.some((one) => one.holds && isBy(one, me))
        ? { kind: 'done', words: 'Reviewed and signed by you' }
        : { kind: 'sign', words: 'Sign it' };
  }
}

/** True for a signature that this person gave. */
export const isBy = ({ record, trust }: SignOff, me: string): boolean =>
  me.trim() !== '' && trust !== 'claimed' && nameKey(record.by) === nameKey(me);

/** Where the narrative stands in a sentence, such as "3 of 8 parts reviewed, 1 changed since." */
export function overviewSentence(reviews: PartReviews): string {
  const all = Object.values(reviews);
  const reviewed = all.filter(({ state }) => state === 'reviewed');
  const changed = all.filter(({ isChangedSinceReview }) => isChangedSinceReview).length;
  const waiting = all.filter(({ state }) => state === 'ready' || state === 'inReview').length;
  const said = [
    reviewed.length === 0 ? 'No part is reviewed yet' : `${reviewed.length} of 8 parts reviewed`,
    changed > 0 ? `${changed} changed since` : '',
    waiting > 0 ? `${waiting} ready or in review` : '',
  ];
  return `${said.filter(Boolean).join(', ')}.`;
}

/** What can be done next, signing last and otherwise in the order of the rail; null once nothing is left to do. */
export function nextPart(reviews: PartReviews, me: string): { part: PartKey; step: NextStep } | null {
  const steps = Object.values(reviews).map((review) => ({ part: review.part, step: nextStep(review, me) }));
  const isWork = ({ step }: { step: NextStep }) => step.kind === 'mark' || step.kind === 'write';
  return steps.find(isWork) ?? steps.find(({ step }) => step.kind === 'sign') ?? null;
}
