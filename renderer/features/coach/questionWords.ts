import { mostCards } from './steadyCards';

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** A small number as a word, to begin a sentence with. */
function word(count: number): string {
  return numbers[count] ?? String(count);
}

/** How many questions there are where somebody writes. */
export function headline(here: number): string {
  if (here === 0) return 'Nothing to ask here';
  return `${word(here)} ${here === 1 ? 'question' : 'questions'} here`;
}

/** What waits where, without hurry. */
export function waitingLine(counts: { here: number; waiting: number; elsewhere: number }): string {
  const { here, waiting, elsewhere } = counts;
  const shown = here > mostCards ? `${word(mostCards)} are shown, the others follow. ` : '';
  const also = here > 0 ? ' more' : '';
  if (waiting > 0) {
    const verb = waiting === 1 ? 'waits in another section' : 'wait in other sections';
    return `${shown}${word(waiting)}${also} ${verb}, in no hurry.`;
  }
  if (elsewhere > 0) {
    const verb = elsewhere === 1 ? 'waits in another part' : 'wait in other parts';
    return `${shown}${word(elsewhere)}${also} ${verb}, in no hurry.`;
  }
  return `${shown}None waits anywhere else.`;
}
