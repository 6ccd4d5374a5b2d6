import type { BriefKey } from './briefDraft';

/** One line under each question, for the moment of writing; the guide in the margin says more. */
export const questionHints: Readonly<Record<BriefKey, string>> = {
  customer: 'Someone in particular. Where are they, and what just went wrong?',
  customerProblem: 'What did they do last time it happened?',
  benefit: 'One. If you had to drop every other promise, which would you keep?',
  need: 'What did you see or hear yourself, and what do you assume?',
  journey: 'From the first time they hear of it to the moment it has helped.',
  measure: 'What would you see in the world if it worked? What would change your mind?',
};
