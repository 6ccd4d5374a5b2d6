import { describe, expect, test } from 'vitest';
import { emptyContent } from '../../../core/narrative/narrativeDoc';
import { knownPeople } from '../../../core/review/people/knownPeople';
import { mentionBegun, readMentions } from '../../../core/review/people/mentions';
import type { ReviewRecord } from '../../../core/review/reviewRecord';

describe('a mention', () => {
  test('means the longest name that is known, whole and in any case', () => {
    const people = ['Ines', 'Ines Prado', 'Tom'];
    const named = (text: string) => readMentions(text, people).map(({ name }) => name);
    expect(named('@ines prado, can you ask @Tom?')).toEqual(['Ines Prado', 'Tom']);
    expect(named('@Inesa and tom@example.org, @Tomas')).toEqual([]);
    expect(named('@Ines.')).toEqual(['Ines']);
    expect(readMentions('@', ['', 'A'])).toEqual([]);
  });

  test('is begun by a sign behind a space, and ends with the next one but one', () => {
    expect(mentionBegun('Ask @In', 7)).toEqual({ from: 4, typed: 'In' });
    expect(mentionBegun('@', 1)).toEqual({ from: 0, typed: '' });
    expect(mentionBegun('Ask @Ines Pra', 13)).toEqual({ from: 4, typed: 'Ines Pra' });
    expect(mentionBegun('tom@exa', 7)).toBeNull();
    expect(mentionBegun('Ask @Ines Prado now', 19)).toBeNull();
  });
});

test('people are known by what they said, where they sat, and the questions they own or asked', () => {
  const head = { at: '2026-11-01T09:00:00.000Z', origin: { kind: 'here' as const, file: '' } };
  const records: ReviewRecord[] = [
    { ...head, id: 'a', by: 'Tom', kind: 'reply', thread: 'x', text: 'Yes.' },
    { ...head, id: 'b', by: '', kind: 'reply', thread: 'x', text: 'No.' },
  ];
  const content = emptyContent();
  content.parts.internalFaq = {
    type: 'doc',
    content: [{ type: 'faqItem', attrs: { owner: 'Ines', askedBy: 'Ruth' }, content: [] }],
  };
  expect(knownPeople(records, content)).toEqual(['Ines', 'Ruth', 'Tom']);
});
