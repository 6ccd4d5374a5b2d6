import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTechnicalReader } from '../../../core/drawer/findTechnical';
import { readMarkdown } from '../../../core/import/readText';
import { readCoachFiles } from '../coach/coachFiles';
import { narrativeOf, today } from '../facts/factNarrative';

const readTechnical = createTechnicalReader(readCoachFiles());
const release = { heading: 'Osterby launches Fairmend, a fixed repair price', summary: 'It is quick.' };

test('whole sentences are offered, once each, from what customers read', () => {
  const found = readTechnical(
    narrativeOf({
      release: { ...release, solution: 'A neural network on Kubernetes reads it. The price comes first.' },
      customerFaq: { 'How does it work?': 'You film the fault. Our backend does the rest.' },
      internalFaq: { 'How is it built?': 'A backend with a database.' },
      plan: 'Set the database up.',
    }),
    today,
  );
  expect(found.map(({ part, sentence }) => [part, sentence])).toEqual([
    ['release', 'A neural network on Kubernetes reads it.'],
    ['customerFaq', 'Our backend does the rest.'],
  ]);
});

test('nothing is offered where the customer builds things', () => {
  const content = narrativeOf({
    release: { ...release, subheading: 'For developers who run a backend', summary: 'The API answers.' },
  });
  expect(readTechnical(content, today)).toEqual([]);
});

const samples = new URL('../../../templates/samples/', import.meta.url);
test.each(readdirSync(samples).filter((name) => name.endsWith('.md')))(
  '%s speaks to its customers',
  (name) => {
    const { content } = readMarkdown(readFileSync(new URL(name, samples), 'utf8'));
    expect(readTechnical(content, today).map(({ sentence }) => sentence)).toEqual([]);
  },
);
