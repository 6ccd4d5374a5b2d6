import type { Beat } from '../../../core/screens/storyboard';

/** A beat in a word, for people who arrange frames. */
export const beatNames: Readonly<Record<Beat, string>> = {
  discovery: 'Discovery',
  need: 'Need',
  firstUse: 'First use',
  doing: 'In use',
  solved: 'Solved',
  return: 'Back again',
};

/** What an unwritten frame asks. */
export const beatQuestions: Readonly<Record<Beat, string>> = {
  discovery: 'When does it begin?',
  need: 'What do they want?',
  firstUse: 'What do they do first?',
  doing: 'What do they do next?',
  solved: 'How does it end?',
  return: 'What brings them back?',
};
