import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { itemsOf } from '../../../core/narrative/partState';
import type { RichNode } from '../../../core/narrative/richText';
import { stringAttr } from '../../../core/narrative/richText';
import { frameOfStep, hotspotTarget, playedFrames, storyFrames } from '../../../core/screens/frames';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { beats, storyboardSchema } from '../../../core/screens/storyboard';
import { anyNarrative, oddNarrative } from '../export/narrativeArbitrary';

const text = (words: string): RichNode[] => (words === '' ? [] : [{ type: 'text', text: words }]);
const fact = (key: string, words: string): RichNode => ({
  type: 'storyFact',
  attrs: { key },
  content: text(words),
});
const step = (id: string, title: string, ...blocks: RichNode[]): RichNode => ({
  type: 'step',
  attrs: { id },
  content: [{ type: 'title', content: text(title) }, ...blocks],
});
const paragraph = (words: string): RichNode => ({ type: 'paragraph', content: text(words) });
const shown = (id: string): RichNode => ({ type: 'screen', attrs: { id } });
const screen = (id: string): ScreenRecord => ({
  id,
  title: id,
  alt: '',
  template: '',
  picture: null,
  versions: [],
  hotspots: [],
  follows: '',
  changedAt: '',
  changedBy: '',
});

const told = [
  fact('who', 'Amira'),
  fact('when', 'Sunday'),
  fact('goal', 'A price'),
  fact('ending', 'It runs'),
];

function narrative(children: RichNode[], more: Partial<NarrativeContent> = {}): NarrativeContent {
  const content = emptyContent();
  const useCase: RichNode = {
    type: 'useCase',
    attrs: { id: 'story' },
    content: [{ type: 'title', content: text('Supper') }, ...children],
  };
  const parts = { ...content.parts, experience: { type: 'doc' as const, content: [useCase] } };
  return { ...content, ...more, parts };
}

const manySteps = (count: number) =>
  Array.from({ length: count }, (_, index) => step(`s${index + 1}`, `Step ${index + 1}`));
const captions = (frames: readonly { caption: string }[]) => frames.map(({ caption }) => caption);

describe('a story that nobody arranged', () => {
  test('is told in the six beats, with the unwritten ones left open', () => {
    const frames = storyFrames(narrative([...told, ...manySteps(1)]), 'story');
    expect(frames.map(({ beat }) => beat)).toEqual([...beats]);
    expect(captions(frames)).toEqual(['Sunday', 'A price', 'Step 1', '', 'It runs', '']);
  });

  test.each([
    [0, 6],
    [2, 6],
    [3, 7],
    [4, 8],
    [5, 8],
    [6, 8],
    [7, 8],
    [40, 8],
  ])('of %d steps has %d frames', (steps, frames) => {
    expect(storyFrames(narrative([...told, ...manySteps(steps)]), 'story')).toHaveLength(frames);
  });

  test('of six steps shows all of them between its opening and its ending', () => {
    const frames = storyFrames(narrative([...told, ...manySteps(6)]), 'story');
    const steps = ['Step 1', 'Step 2', 'Step 3', 'Step 4', 'Step 5', 'Step 6'];
    expect(captions(frames)).toEqual(['Sunday', ...steps, 'It runs']);
    expect(frames[0]?.words).toBe('A price');
  });

  test('of many steps names the first and last of each frame and shows a picture among them', () => {
    const steps = [step('a', 'A'), step('b', 'B', shown('one')), ...manySteps(10)];
    const content = narrative([...told, ...steps], { screens: { one: screen('one') } });
    const frame = storyFrames(content, 'story')[1];
    expect(frame).toMatchObject({ caption: 'A … B', step: 'a', screen: 'one' });
  });

  test('forgets a screen whose record is gone, and keeps the caption', () => {
    const content = narrative([step('a', 'A', shown('gone'))]);
    expect(storyFrames(content, 'story')[2]).toMatchObject({ caption: 'A', step: 'a', screen: '' });
  });

  test('shows a plain picture where a step has no screen', () => {
    const image: RichNode = { type: 'image', attrs: { asset: 'wall.png', alt: 'A wall', caption: '' } };
    expect(storyFrames(narrative([step('a', 'A', image)]), 'story')[2]?.image).toEqual({
      asset: 'wall.png',
      alt: 'A wall',
    });
  });

  test('cuts a caption between characters', () => {
    const frames = storyFrames(narrative([step('a', '👩‍💻'.repeat(80))]), 'story');
    const caption = frames[2]?.caption ?? '';
    expect(caption.length).toBeLessThanOrEqual(200);
    expect(caption.slice(0, -1)).toBe('👩‍💻'.repeat((caption.length - 1) / 5));
  });
});

describe('a played story', () => {
  test('stops at every screen of every step, and leaves out what is not written', () => {
    const screens = { one: screen('one'), two: screen('two') };
    const steps = [step('a', 'A', paragraph('She looks.'), shown('one'), shown('two')), step('b', 'B')];
    const frames = playedFrames(narrative([fact('when', 'Sunday'), ...steps], { screens }), 'story');
    expect(frames.map(({ caption, screen: id }) => `${caption} ${id}`)).toEqual([
      'Sunday ',
      'A one',
      'A two',
      'B ',
    ]);
    expect(frames[1]?.words).toBe('She looks.');
  });

  test('tells what they see, with code beside it, and not what fails', () => {
    const code: RichNode = { type: 'codeBlock', attrs: { role: 'request' }, content: text('curl') };
    const frames = playedFrames(
      narrative([step('a', 'A', code, fact('sees', 'A price'), fact('failure', 'No net'))]),
      'story',
    );
    expect(frames[0]).toMatchObject({ words: 'A price', snippets: [{ text: 'curl', role: 'request' }] });
  });
});

describe('an arranged story', () => {
  const frames = [
    { id: 'f1', beat: 'discovery' as const, caption: 'Rain', step: 'gone', screen: 'gone' },
    { id: 'f2', beat: 'doing' as const, caption: 'Dry', step: 'a', screen: 'one' },
  ];
  const content = narrative([step('a', 'A', paragraph('Words.'))], {
    screens: { one: screen('one') },
    storyboards: { story: { useCase: 'story', frames } },
  });

  test('is shown and played as it was arranged; what is gone leaves a plain caption', () => {
    const expected = [
      { ...frames[0], step: '', screen: '', words: '', image: null, snippets: [] },
      { ...frames[1], words: 'Words.', image: null, snippets: [] },
    ];
    expect(storyFrames(content, 'story')).toEqual(expected);
    expect(playedFrames(content, 'story')).toEqual(expected);
  });

  test('is told from its text again when no frame is left', () => {
    const empty = { ...content, storyboards: { story: { useCase: 'story', frames: [] } } };
    expect(storyFrames(empty, 'story')).toHaveLength(6);
  });
});

describe('a place that leads on', () => {
  const frames = playedFrames(
    narrative([step('a', 'A', shown('one')), step('b', 'B', shown('two')), step('c', 'C', shown('one'))], {
      screens: { one: screen('one'), two: screen('two') },
    }),
    'story',
  );
  test('goes to the next frame that shows its screen, else back, else nowhere', () => {
    expect(hotspotTarget(frames, 1, 'one')).toBe(2);
    expect(hotspotTarget(frames, 2, 'two')).toBe(1);
    expect(hotspotTarget(frames, 0, 'three')).toBeNull();
    expect(hotspotTarget(frames, 0, '')).toBeNull();
  });
});

test('the frame of a step is the one that tells it', () => {
  const content = narrative([...told, ...manySteps(12)]);
  const indexes = ['s1', 's2', 's3', 's12', 'gone', ''].map((id) => frameOfStep(content, 'story', id));
  expect(indexes).toEqual([1, 1, 2, 6, -1, -1]);
});

test.each([
  ['whole', anyNarrative],
  ['odd', oddNarrative],
])('frames exist for every use case of any %s narrative, and can be kept', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (content) => {
      const arranged = Object.values(content.storyboards)[0]?.frames ?? [];
      for (const [index, useCase] of itemsOf(content.parts.experience, 'useCase').entries()) {
        const id = stringAttr(useCase, 'id');
        if (index === 1) content.storyboards[id] = { useCase: id, frames: arranged };
        const frames = storyFrames(content, id);
        expect(frames.length).toBeGreaterThanOrEqual(content.storyboards[id]?.frames.length ? 1 : 6);
        expect(frames.length).toBeLessThanOrEqual(12);
        storyboardSchema.parse({ useCase: id, frames });
        for (const frame of [...frames, ...playedFrames(content, id)]) {
          expect(frame.screen === '' || content.screens[frame.screen] !== undefined).toBe(true);
        }
      }
      expect(storyFrames(content, 'no such story')).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
