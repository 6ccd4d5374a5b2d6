import type { Commitment, Disappointment, Reaction } from '../records/excitement';

/** What a customer is told before the release. */
export const customerIntroduction =
  'This is a draft of an announcement. The product does not exist yet, and nobody has begun to make it. ' +
  'Please read it in your own time. There are no wrong answers, and a doubt helps as much as a wish.';

/** What a customer is asked, in this order; the release can be read again all the while. */
export const customerQuestions = {
  marks: {
    question: 'Mark what you want, what you doubt and what is unclear to you.',
    hint: 'Select some words, then choose. You can add why in a few words.',
  },
  retelling: {
    question: 'How would you tell a friend about it?',
    hint: 'What it is, whom it is for, and what you would do next. Your own words, two or three sentences.',
  },
  disappointment: {
    question: 'How would you feel if we told you today that we will never make it?',
    hint: 'Leave it open if you cannot say.',
  },
  commitment: {
    question: 'What do you give for it today?',
    hint: 'Choose only what you really do now. It is fine to give nothing.',
  },
  contact: {
    question: 'Who are you, if you like to say?',
    hint: 'Both can stay empty. They are kept apart from your answers and can be removed at any time.',
  },
} as const;

/** What a mark says, as a button and in a sentence about several. */
export const reactionNames: Readonly<Record<Reaction, { button: string; name: string }>> = {
  want: { button: 'I want this', name: 'want' },
  doubt: { button: 'I doubt this', name: 'doubt' },
  unclear: { button: 'Unclear to me', name: 'unclear' },
};

/** The choices for how somebody would feel without it. */
export const disappointmentNames: Readonly<Record<Disappointment, string>> = {
  very: 'Very disappointed',
  somewhat: 'Somewhat disappointed',
  not: 'Not disappointed',
};

interface CommitmentName {
  /** What a customer chooses. */
  choice: string;
  /** What it is called where several are counted. */
  name: string;
  /** The same or more than it, as something that people give. */
  given: string;
}

/** The rungs of the commitment ladder. */
export const commitmentNames: Readonly<Record<Commitment, CommitmentName>> = {
  opinion: {
    choice: 'My opinion, and nothing more for now',
    name: 'Opinion only',
    given: 'an opinion or more',
  },
  email: {
    choice: 'My e-mail address, to hear when it is there',
    name: 'E-mail address',
    given: 'an e-mail address or more',
  },
  time: {
    choice: 'Half an hour of my time, to talk or to try it',
    name: 'Time',
    given: 'their time or more',
  },
  introduction: {
    choice: 'An introduction to somebody who has the same problem',
    name: 'Introduction',
    given: 'an introduction or more',
  },
  preorder: {
    choice: 'A pre-order, or a letter that says that we will buy it',
    name: 'Pre-order',
    given: 'a pre-order',
  },
};
