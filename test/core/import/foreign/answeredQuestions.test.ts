import { expect, it } from 'vitest';
import { readMarkdown, readPlainText } from '../../../../core/import/readText';
import { documentedExample } from '../../export/sampleNarrative';

const statesOf = (text: string) =>
  readPlainText(`Fairmend\n\nCustomer FAQ\n\n${text}`).content.parts.customerFaq.content?.map(
    ({ attrs }) => attrs?.state,
  );

it('takes a question with words of an answer for an answered one, and one without for an open one', () => {
  expect(statesOf('Q: What does it cost?\nA: Nothing.\n\nQ: Who pays?')).toEqual(['answered', 'open']);
});

it.each(['TBD', 'To be decided.', '…', '?', 'Noch offen'])('takes “%s” for no answer', (words) => {
  expect(statesOf(`Q: What does it cost?\nA: ${words}`)).toEqual(['open']);
});

it('keeps what our own Word documents say under a question', () => {
  const states = (status: string) => statesOf(`Q: What does it cost?\n\n${status}\n\nNobody knows yet.`);
  expect(states('Open · Ada Lindqvist · 18 January 2027')).toEqual(['open']);
  expect(states('Blocked')).toEqual(['blocked']);
});

it('leaves texts alone that say themselves which questions are answered', () => {
  const text = documentedExample();
  const silent = text.replace(/<!-- dateline question \{"state":"answered"[^\n]*\n/, '');
  expect(silent).not.toBe(text);
  const [first] = readMarkdown(silent).content.parts.customerFaq.content ?? [];
  expect(first?.attrs?.state).toBe('open');
});
