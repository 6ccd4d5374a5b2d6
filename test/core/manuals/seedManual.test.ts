import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNouns, hasNoun } from '../../../core/manuals/nouns';
import { mockupTexts, quotedTexts, sceneTexts, screenWords } from '../../../core/manuals/screenWords';
import { manualSeeds, seedHowTo } from '../../../core/manuals/seedManual';
import { plainText } from '../../../core/narrative/plainText';
import type { RichNode } from '../../../core/narrative/richText';
import { parseRichDoc } from '../../../core/narrative/schema';
import { paragraph } from '../check/narratives';
import { readCoachFiles } from '../coach/coachFiles';
import { heading, manualOf, narrativeWith, numbered, stepOf, storyOf } from './manuals';

const { words } = readCoachFiles();
const fact = (key: string, text: string): RichNode => ({
  type: 'storyFact',
  attrs: { key },
  content: [{ type: 'text', text }],
});
const story = storyOf(
  'move',
  'Anna moves a sample',
  fact('who', 'Anna, who runs the lab and the bench in the lab'),
  stepOf('s1', 'She scans the label', paragraph('The reader hums.'), fact('sees', 'where it stands')),
  stepOf('s2', '', paragraph('She puts it on the shelf; the reader is quiet.')),
  stepOf('s3', ''),
);

describe('a how-to begun from a story', () => {
  test('has its title, its steps by title or first line, and what is seen then', () => {
    const [title, list] = seedHowTo(story, 'h1');
    expect(title).toEqual(heading('Anna moves a sample', { id: 'h1', from: 'move' }));
    expect(list && plainText(list).split('\n')).toEqual([
      'She scans the label',
      'where it stands',
      'She puts it on the shelf; the reader is quiet.',
    ]);
  });

  test('fits the schema, and invents no word, whatever the story says (seed 11)', () => {
    const line = fc.string({ maxLength: 20, unit: 'grapheme' });
    const steps = fc.array(fc.tuple(line, line), { maxLength: 4 });
    fc.assert(
      fc.property(line, steps, (name, told) => {
        const clean = (text: string) => text.replace(/[\r\n]/g, ' ');
        const children = told.map(([title, body], index) =>
          stepOf(`s${index}`, clean(title), paragraph(clean(body))),
        );
        const source = storyOf('u', clean(name), ...children);
        const howTo = seedHowTo(source, 'h');
        expect(parseRichDoc({ type: 'doc', content: howTo }).ok).toBe(true);
        const known = plainText(source).replace(/\s+/g, ' ');
        for (const written of howTo.map(plainText).join('\n').split('\n')) {
          expect(known).toContain(written.replace(/\s+/g, ' '));
        }
      }),
      { seed: 11 },
    );
  });
});

describe('what the stories offer to a manual', () => {
  const seeds = (manual: RichNode) =>
    manualSeeds(narrativeWith({ experience: [story], manuals: [manual] }), manual, words);

  test('is each story once: one that the manual holds is marked as there', () => {
    expect(seeds(manualOf({})).howTos).toEqual([
      { useCase: 'move', title: 'Anna moves a sample', steps: 2, isHere: false },
    ]);
    const moved = manualOf({ reference: [heading('Renamed since', { from: 'move' })] });
    expect(seeds(moved).howTos[0]?.isHere).toBe(true);
  });

  test('is the nouns used more than once, without those explained and those of the people', () => {
    expect(seeds(manualOf({})).concepts).toEqual([{ words: 'reader', count: 2 }]);
    expect(seeds(manualOf({ concepts: [paragraph('Readers hum.')] })).concepts).toEqual([]);
  });
});

describe('nouns of a text', () => {
  test.each([
    ['Hold the dab card to the wall. The dab cards dry in a day.', ['dab card']],
    [
      'Scannen Sie das Etikett. Legen Sie die Probe ins Regal, dann gehört das Etikett zur Probe.',
      ['Etikett', 'Probe'],
    ],
    ['Tap “the shelf”. Tap “the shelf” again.', []],
    ['', []],
  ])('%s', (text, nouns) => {
    expect(findNouns(text, words).map((noun) => noun.words)).toEqual(nouns);
  });

  test('are met in whatever number', () => {
    expect(hasNoun('Shelves hold boxes.', 'box')).toBe(true);
    expect(hasNoun('A boxer.', 'box')).toBe(false);
  });
});

describe('words on screens', () => {
  const scene = JSON.stringify({
    elements: [
      { type: 'text', text: 'Shelf\nfull.', originalText: 'Shelf full.' },
      { type: 'text', text: 'Save' },
      { type: 'text', text: 'Deleted', isDeleted: true },
      { type: 'rectangle', text: 'No text' },
      null,
    ],
  });

  test('are those that were drawn; a broken scene has none', () => {
    expect(sceneTexts(scene)).toEqual(['Shelf full.', 'Save']);
    for (const broken of ['', '{', 'null', '[]', '{"elements":7}']) expect(sceneTexts(broken)).toEqual([]);
  });

  test('leave out what a mock-up came with, numbers, what is explained, and say the same once', () => {
    const found = [
      { place: 'Move', texts: ['Shelf full.', 'Save', '12', 'Title', 'Quiet hours'] },
      { place: 'Find', texts: ['Shelf full.'] },
    ];
    expect(screenWords(found, { ours: ['Title'], known: '“Quiet hours”: none.' })).toEqual([
      { words: 'Shelf full.', kind: 'message', place: 'Move' },
      { words: 'Save', kind: 'label', place: 'Move' },
    ]);
  });

  test('are also what a story quotes', () => {
    const told = storyOf('u', 'The “title”', stepOf('s', 'Tap', paragraph('It says “Ready.” and „Fertig.“')));
    expect(quotedTexts({ type: 'doc', content: [told] })).toEqual(['Ready.', 'Fertig.']);
  });

  test('of a mock-up nobody chose are none', () => {
    expect(mockupTexts(undefined)).toEqual([]);
  });
});

test('a seeded how-to needs no steps to be one', () => {
  expect(seedHowTo(storyOf('u', 'Empty'), 'h')[1]).toMatchObject(numbered(''));
});
