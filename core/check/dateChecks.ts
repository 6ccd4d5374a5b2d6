import type { Finding } from '../api/shapes';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { isBlank, sectionText } from '../narrative/plainText';
import { findLaunchDay } from './launchDay';

const at = { part: 'release', section: 'dateline' } as const;

/** What is amiss with a launch day, and the words that show it. */
export type DateDoubt = { rule: 'no-date' | 'vague-date' | 'past-date'; quote: string; from: number };

/** Judges the day named in a dateline; null when it names one that lies ahead. `today` is an ISO date. */
export function judgeLaunchDate(dateline: string, today: string): DateDoubt | null {
  const found = findLaunchDay(dateline);
  if (found) return found.day >= today ? null : { rule: 'past-date', quote: found.quote, from: found.from };
  const vague =
    /\b(?:soon|later|early|mid|late|end of|spring|summer|autumn|fall|winter|q[1-4]|\d{4})\b/iu.test(dateline);
  return { rule: vague ? 'vague-date' : 'no-date', quote: dateline, from: 0 };
}

/** Asks for the launch day: missing, too vague to plan by, or already over. `today` is an ISO date. */
export function checkLaunchDate(content: NarrativeContent, today: string): Finding[] {
  if (isBlank(content.parts.release)) return [];
  const doubt = judgeLaunchDate(sectionText(content.parts.release, 'dateline'), today);
  if (!doubt) return [];
  return [{ level: 'fix', ...at, ...doubt, to: doubt.from + doubt.quote.length, ...words[doubt.rule] }];
}

const words: Record<DateDoubt['rule'], Pick<Finding, 'question' | 'why'>> = {
  'past-date': {
    question: 'This day has passed. When will the customer read this?',
    why: 'A release is dated on its launch day, so a day behind us tells the reader the plan has not kept up.',
  },
  'vague-date': {
    question: 'Which day? The date tells reviewers how bold this is.',
    why: 'A season or a quarter can slip without anyone noticing. One day makes the promise one to plan by.',
  },
  'no-date': {
    question: 'Which day? The date tells reviewers how bold this is.',
    why: 'The dateline names no day yet. Reviewers weigh every claim against how far away it is.',
  },
};
