import { longDate } from '../../core/export/stamp';
import { answerFileName } from '../../core/review/packet/answerFileName';
import type { Answer } from '../answer/answer';
import { button, element } from '../dom/element';
import { loadField } from './loadField';
import { countAnswered } from './modelStep';
import type { Step } from './step';

export interface GiveGround {
  answer: Answer;
  /** Where what came of saving is told, and where the text to paste stands. */
  outcome: HTMLElement;
  onLoaded: () => void;
  /** Takes all of it away from here. */
  forget: () => void;
}

/** What was said, and how it goes back. */
export function giveStep({ answer, outcome, onLoaded, forget }: GiveGround): Step {
  const { askedBy, reader, returnBy } = answer.packet;
  const who = askedBy === '' ? 'whoever sent you this' : askedBy;
  const day = returnBy === '' ? '' : `, if you can by ${longDate(returnBy)}`;
  return {
    title: 'Give it back',
    build: () => [
      element('p', { class: 'lead' }, [tellAnswer(answer)]),
      element('p', {}, [
        `“Save my answer” makes a small file called ${answerFileName(reader)}. Send it to ${who} by mail${day}. `,
        '“Copy as text” gives the same for a mail without an attachment.',
      ]),
      outcome,
      element('p', { class: 'hint' }, [
        'You can go on reading and writing, and save again. Nothing counts twice.',
      ]),
      loadField(answer, onLoaded),
      element('details', { class: 'load' }, [
        element('summary', {}, ['Remove my answer from this browser']),
        element('p', { class: 'hint' }, [
          'For a computer that others use, too. What you saved or sent stays where it is; what you did not is gone.',
        ]),
        button({ label: 'Remove it here', onPress: forget }),
      ]),
    ],
  };
}

/** Everything that stands in an answer, in one sentence. */
function tellAnswer(answer: Answer): string {
  const { asks } = answer.packet;
  const marks = answer.ofKind('customerAnswer')[0]?.marks.length ?? 0;
  const answered = countAnswered(answer);
  const said = [
    counted(answer.ofKind('comment').length, 'comment'),
    counted(answer.ofKind('suggestion').length, 'suggestion'),
    counted(marks, 'mark'),
    answered === 0 ? '' : `answers to ${answered} of ${asks.modelPrompts.length} questions`,
    counted(answer.ofKind('signOff').length, 'signed part'),
    answer.ofKind('customerAnswer').length > 0 ? 'what you answered' : '',
  ].filter((each) => each !== '');
  return said.length === 0 ? 'You have written nothing yet.' : `Your answer holds ${inWords(said)}.`;
}

const counted = (count: number, one: string): string =>
  count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`;

const inWords = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
