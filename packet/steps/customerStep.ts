import {
  commitmentNames,
  customerQuestions,
  disappointmentNames,
} from '../../core/review/excitement/questions';
import { commitments, disappointments } from '../../core/review/records/excitement';
import type { Answer } from '../answer/answer';
import { customerAnswerOf, writeCustomerAnswer } from '../answer/customerAnswer';
import { element, textField } from '../dom/element';
import { choiceField, type Step } from './step';

/** What customers are asked after the release. */
export function customerStep(answer: Answer): Step {
  return {
    title: 'A few questions',
    build: () => {
      const says = customerAnswerOf(answer);
      const { retelling, disappointment, commitment } = customerQuestions;
      return [
        textField({
          label: retelling.question,
          hint: retelling.hint,
          value: says.retelling,
          rows: 4,
          onInput: (words) => void writeCustomerAnswer(answer, { retelling: words }),
        }).field,
        choiceField({
          ...{ name: 'disappointment', question: disappointment.question, hint: disappointment.hint },
          choices: disappointments.map((value) => ({ value, label: disappointmentNames[value] })),
          chosen: says.disappointment,
          onChoose: (value) => void writeCustomerAnswer(answer, { disappointment: value }),
        }),
        choiceField({
          ...{ name: 'commitment', question: commitment.question, hint: commitment.hint },
          choices: commitments.map((value) => ({ value, label: commitmentNames[value].choice })),
          chosen: says.commitment,
          onChoose: (value) => void writeCustomerAnswer(answer, { commitment: value }),
        }),
        contactField(answer),
      ];
    },
  };
}

/** Who they are, if they like: a record of its own, so that it can be removed. */
function contactField(answer: Answer): HTMLElement {
  const { question, hint } = customerQuestions.contact;
  const box = (label: string, key: 'name' | 'contact', length: number) => {
    const { id, maxLength } = { id: `contact-${key}`, maxLength: length };
    const input = element('input', { type: 'text', id, maxlength: maxLength, autocomplete: 'off' });
    input.value = answer.ofKind('customerContact')[0]?.[key] ?? '';
    input.addEventListener('input', () => writeContact(answer, { [key]: input.value }));
    return element('div', { class: 'field' }, [element('label', { for: id }, [label]), input]);
  };
  return element('fieldset', { class: 'choices', 'aria-describedby': 'contact-hint' }, [
    element('legend', {}, [question]),
    element('p', { class: 'hint', id: 'contact-hint' }, [hint]),
    box('Your name', 'name', 200),
    box('How to reach you', 'contact', 500),
  ]);
}

function writeContact(answer: Answer, says: { name?: string; contact?: string }): void {
  const [written] = answer.ofKind('customerContact');
  const { id, by, at } = answer.newHead();
  const { name, contact } = { name: written?.name ?? '', contact: written?.contact ?? '', ...says };
  if (name.trim() === '' && contact.trim() === '') {
    if (written) answer.remove(written.id);
    return;
  }
  const { customer } = writeCustomerAnswer(answer, {});
  answer.put({ kind: 'customerContact', id: written?.id ?? id, by, at, customer, name, contact });
}
