import { customerHints, internalHints } from './words/audience';

/** How clearly a question is a colleague's; it is taken for one from two and a half on. */
function internalWeight(question: string): number {
  const sum = (hints: typeof internalHints) =>
    hints.reduce((total, { words, weight }) => (words.test(question) ? total + weight : total), 0);
  return sum(internalHints) - sum(customerHints);
}

/** Whether a question that nothing assigns asks for what colleagues want to know: money, people, risks, law, technology. */
export const asksLikeColleague = (question: string): boolean => internalWeight(question) >= 2.5;
