import type { Answer } from '../answer/answer';
import { readGiven } from '../answer/readGiven';
import { element } from '../dom/element';

/** Takes an answer that was saved before, to go on with it. */
export function loadField(answer: Answer, onLoaded: () => void): HTMLElement {
  const input = element('input', { type: 'file', id: 'load', accept: '.dateline-answer,.txt,.json' });
  const told = element('p', { class: 'hint', role: 'status' });
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (!file) return;
    const given = await readGiven(await file.text(), answer.packet);
    input.value = '';
    if (!given.ok) {
      told.textContent = given.why;
      return;
    }
    answer.takeIn(given.records);
    onLoaded();
    told.textContent = 'Your answer is here. What you wrote before stands under its words again.';
  });
  return element('details', { class: 'load' }, [
    element('summary', {}, ['Go on with an answer that you saved earlier']),
    element('div', { class: 'field' }, [
      element('label', { for: 'load' }, ['The file that this packet saved, on this or another device']),
      input,
    ]),
    told,
  ]);
}
