import { describe, expect, test } from 'vitest';
import { countThread, mapRows } from '../../../core/thread/mapRows';
import { readThread } from '../../../core/thread/readThread';
import {
  faqItem,
  howTo,
  link,
  manual,
  paragraph,
  promised,
  promiseRecord,
  screen,
  screenNode,
  section,
  step,
  story,
  text,
  threadContent,
} from './threadContent';

const content = threadContent({
  release: [
    section('solution', paragraph(promised('One price', 'p1'), text(', '), promised('at once', 'p2'))),
  ],
  customerFaq: [faqItem('q1', 'Is it for me?'), faqItem('q2', ''), faqItem('q3', 'Can it change?', 'No.')],
  experience: [
    story('u1', 'Amira', step('s1', 'She asks'), step('s2', 'She reads the price', screenNode('x1'))),
    story('u2', 'Tomasz', step('s3', 'He pays')),
  ],
  manuals: [manual('m', 'Households', ...howTo('h1', 'Accept a price', paragraph(text('Tap.'))))],
  screens: [screen('x1', 'The price'), screen('x2', 'The history')],
  promises: [{ ...promiseRecord('p1', 'One price'), isImportant: true }, promiseRecord('p2', 'at once')],
  links: [
    link('p1', 'faq:q3'),
    link('p1', 'step:s2'),
    link('p1', 'step:s3'),
    link('p2', 'faq:q3'),
    link('p2', 'step:gone'),
    link('p2', 'screen:x1', 'refused'),
  ],
});
const thread = readThread(content);

describe('the rows of the map', () => {
  test('name questions by their number in the part, and steps by theirs in the story', () => {
    const [first] = mapRows(thread);
    const cell = (column: 'faq' | 'step') =>
      first?.cells[column].map(({ words, number }) => `${words} ${number}`);
    expect(cell('faq')).toEqual(['Can it change? Q 3']);
    expect(cell('step')).toEqual(['She reads the price step 2', 'He pays step 1']);
  });

  test('hold every promise in reading order, and leave empty what nothing keeps', () => {
    const rows = mapRows(thread);
    expect(rows.map(({ promise }) => promise.words)).toEqual(['One price', 'at once']);
    const empty = Object.entries(rows[1]?.cells ?? {}).filter(([, ends]) => ends.length === 0);
    expect(empty.map(([column]) => column)).toEqual(['step', 'screen', 'howTo', 'metric', 'evidence']);
  });
});

test('the thread is counted: promises, what is loose at either end, links that live and that are broken', () => {
  expect(countThread(thread)).toEqual({
    promises: 2,
    important: 1,
    loosePromises: 1,
    // "at once", the how-to and the screen in no story; the other screen stands in a step that is linked.
    loose: 3,
    links: 4,
    broken: 1,
  });
});
