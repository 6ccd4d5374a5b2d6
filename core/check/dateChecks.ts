import type { Finding } from '../api/shapes';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { isBlank, sectionText } from '../narrative/plainText';
import { findLaunchDay } from './launchDay';

const at = { part: 'release', section: 'dateline' } as const;

/** Asks for the launch day: missing, too vague to plan by, or already over. `today` is an ISO date. */
export function checkLaunchDate(content: NarrativeContent, today: string): Finding[] {
  if (isBlank(content.parts.release)) return [];
  const dateline = sectionText(content.parts.release, 'dateline');
  const found = findLaunchDay(dateline);
  if (!found) return [unclearDate(dateline)];
  if (found.day >= today) return [];
  return [
    {
      rule: 'past-date',
      level: 'fix',
      ...at,
      quote: found.quote,
      from: found.from,
      to: found.from + found.quote.length,
      question: 'This day has passed. When will the customer read this?',
      why: 'A release is dated on its launch day, so a day behind us tells the reader the plan has not kept up.',
    },
  ];
}

function unclearDate(dateline: string): Finding {
  const vague =
    /\b(?:soon|later|early|mid|late|end of|spring|summer|autumn|fall|winter|q[1-4]|\d{4})\b/iu.test(dateline);
  return {
    rule: vague ? 'vague-date' : 'no-date',
    level: 'fix',
    ...at,
    quote: dateline,
    from: 0,
    to: dateline.length,
    question: 'Which day? The date tells reviewers how bold this is.',
    why: vague
      ? 'A season or a quarter can slip without anyone noticing. One day makes the promise one to plan by.'
      : 'The dateline names no day yet. Reviewers weigh every claim against how far away it is.',
  };
}
