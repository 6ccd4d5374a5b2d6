import type { ModelPrompt } from '../records/modelChecks';

/** A question to somebody who has just read the narrative and no longer sees it. */
export interface ModelQuestion {
  question: string;
  /** Tells how short an answer may be. */
  hint: string;
  /** What the answer is about, as a heading over several answers. */
  title: string;
}

/** What is said before the first question. */
export const modelIntroduction =
  'Please answer without looking back. A few words are enough, and what you do not remember can stay empty. ' +
  'Your answers are laid beside the text. Nobody is graded: where people remember different things, the text is what to look at.';

/** The questions of the shared-model check, in the order of `modelPrompts`. */
export const modelQuestions: Readonly<Record<ModelPrompt, ModelQuestion>> = {
  customer: {
    title: 'Customer',
    question: 'Who is the customer?',
    hint: 'Which people, in which situation',
  },
  problem: {
    title: 'Problem',
    question: 'What is hard for them today?',
    hint: 'One problem, in a sentence',
  },
  benefit: {
    title: 'Benefit',
    question: 'What is the one thing that gets better for them?',
    hint: 'One benefit only; the one you would keep',
  },
  firstAction: {
    title: 'First step',
    question: 'What do they do first to begin?',
    hint: 'The first thing they go to, open, press or say',
  },
  price: {
    title: 'Price',
    question: 'What does it cost?',
    hint: 'An amount, and what it is for; “free” is an amount',
  },
  date: {
    title: 'Date',
    question: 'From which day can they have it?',
    hint: 'A day, or as near as you remember',
  },
  isNot: {
    title: 'What it is not',
    question: 'What will it not do, or for whom is it not made?',
    hint: 'One thing that is left out on purpose',
  },
};
