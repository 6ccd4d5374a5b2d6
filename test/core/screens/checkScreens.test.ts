import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedTexts } from '../../../core/check/checkedText';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { RichNode } from '../../../core/narrative/richText';
import { checkScreens } from '../../../core/screens/checkScreens';
import { newScreen } from '../../../core/screens/screenChanges';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { screenUses } from '../../../core/screens/screenUses';
import { anyNarrative } from '../export/narrativeArbitrary';

const text = (type: 'title' | 'paragraph', words: string): RichNode => ({
  type,
  content: [{ type: 'text', text: words }],
});
const screen = (id: string): RichNode => ({ type: 'screen', attrs: { id } });
const step = (id: string, title: string, ...blocks: RichNode[]): RichNode => ({
  type: 'step',
  attrs: { id },
  content: [text('title', title), ...blocks],
});

const film: ScreenRecord = {
  ...newScreen('film', 'Film the fault', 'phone'),
  alt: 'A phone films a washing machine.',
  picture: { scene: 's.bin', svg: '', png: 'p.png', width: 320, height: 640 },
};

function story(screens: readonly ScreenRecord[], ...steps: RichNode[]): NarrativeContent {
  const content = emptyContent();
  const useCase: RichNode = {
    type: 'useCase',
    attrs: { id: 'amira' },
    content: [text('title', 'Amira'), ...steps],
  };
  content.parts.experience = { type: 'doc', content: [useCase] };
  content.screens = Object.fromEntries(screens.map((record) => [record.id, record]));
  return content;
}

const rules = (content: NarrativeContent) => checkScreens(content).map(({ rule }) => rule);

describe('checks of screens', () => {
  it('have nothing to ask about a described screen in a story', () => {
    expect(rules(story([film], step('s1', 'She films', screen('film'))))).toEqual([]);
  });

  it('ask what nobody described, and not before it is drawn', () => {
    const content = (record: ScreenRecord) => story([record], step('s1', 'She films', screen('film')));
    expect(rules(content({ ...film, alt: ' ' }))).toEqual(['screen-no-alt']);
    expect(rules(content({ ...film, alt: '', picture: null }))).toEqual([]);
  });

  it('ask who sees a screen that stands nowhere', () => {
    expect(rules(story([film], step('s1', 'She films')))).toEqual(['screen-unused']);
  });

  it('ask where a place leads that leads nowhere', () => {
    const spot = { id: 'h', x: 0, y: 0, width: 0.5, height: 0.5, label: 'Ask for a price', to: 'gone' };
    const [finding] = checkScreens(
      story([{ ...film, hotspots: [spot] }], step('s1', 'She films', screen('film'))),
    );
    expect(finding).toMatchObject({
      rule: 'hotspot-leads-nowhere',
      part: 'experience',
      section: 'amira',
      question: 'Where does “Ask for a price” lead?',
    });
  });

  it('ask about a step without a screen among steps that have one, and point at its name', () => {
    const content = story([film], step('s1', 'She films', screen('film')), step('s2', 'She waits'));
    const [finding] = checkScreens(content);
    expect(finding).toMatchObject({ rule: 'step-without-screen', quote: 'She waits' });
    const checked = checkedTexts(content).find(({ section }) => section === 'amira');
    expect(checked?.text.slice(finding?.from, finding?.to)).toBe('She waits');
  });

  it('take a call and its answer for what a step shows', () => {
    const call: RichNode = { type: 'codeBlock', content: [{ type: 'text', text: 'GET /prices' }] };
    const steps = [step('s1', 'She films', screen('film')), step('s2', 'The flat asks', call)];
    expect(rules(story([film], ...steps))).toEqual([]);
  });

  it('leave a story alone that is told in words', () => {
    expect(rules(story([], step('s1', 'She films'), step('s2', 'She waits')))).toEqual([]);
  });

  it('point at words that are there, in any narrative', () => {
    fc.assert(
      fc.property(anyNarrative, (content) => {
        for (const { part, section, quote, from, to } of checkScreens(content)) {
          const checked = checkedTexts(content).find((one) => one.part === part && one.section === section);
          if (quote !== '') expect(checked?.text.slice(from, to)).toBe(quote);
        }
      }),
    );
  });
});

describe('places of screens', () => {
  it('are found in reading order, every one of them', () => {
    const content = story(
      [film],
      step('s1', 'She films', screen('film'), screen('gone')),
      step('s2', 'She reads', screen('film')),
    );
    expect(screenUses(content)).toEqual([
      {
        screenId: 'film',
        places: [
          { part: 'experience', section: 's1', item: 'amira', step: 's1', title: 'She films' },
          { part: 'experience', section: 's2', item: 'amira', step: 's2', title: 'She reads' },
        ],
      },
      {
        screenId: 'gone',
        places: [{ part: 'experience', section: 's1', item: 'amira', step: 's1', title: 'She films' }],
      },
    ]);
  });

  it('are as many as the text has screens, in any narrative', () => {
    const count = (node: RichNode): number =>
      (node.type === 'screen' ? 1 : 0) + (node.content ?? []).reduce((sum, child) => sum + count(child), 0);
    fc.assert(
      fc.property(anyNarrative, (content) => {
        const inText = Object.values(content.parts).reduce((sum, doc) => sum + count(doc), 0);
        const found = screenUses(content).reduce((sum, { places }) => sum + places.length, 0);
        expect(found).toBe(inText);
      }),
    );
  });
});
