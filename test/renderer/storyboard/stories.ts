import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { RichNode } from '../../../core/narrative/richText';
import { canonicalDoc } from '../../../core/narrative/schema';
import type { ScreenRecord } from '../../../core/screens/screenRecord';

const text = (words: string): RichNode[] => (words === '' ? [] : [{ type: 'text', text: words }]);

interface GivenStep {
  id: string;
  title: string;
  words?: string;
  screens?: string[];
  /** Request and response. */
  call?: [string, string];
}

/** A step with its words and screens. */
const toStep = ({ id, title, words, screens = [], call = ['', ''] }: GivenStep): RichNode => ({
  type: 'step',
  attrs: { id },
  content: [
    { type: 'title', content: text(title) },
    ...(words ? [{ type: 'paragraph' as const, content: text(words) }] : []),
    ...screens.map((screen): RichNode => ({ type: 'screen', attrs: { id: screen } })),
    ...call
      .filter((code) => code !== '')
      .map(
        (code, index): RichNode => ({
          type: 'codeBlock',
          attrs: { language: 'http', role: index === 0 ? 'request' : 'response' },
          content: text(code),
        }),
      ),
  ],
});

/** A screen that was drawn, `asset` being the name of its picture. */
export const drawnScreen = (id: string, title: string, more: Partial<ScreenRecord> = {}): ScreenRecord => ({
  id,
  title,
  alt: `${title}, drawn`,
  template: '',
  picture: { scene: '', svg: '', png: `${id}.png`, width: 960, height: 640 },
  versions: [],
  hotspots: [],
  follows: '',
  changedAt: '',
  changedBy: '',
  ...more,
});

/** A narrative with one use case, `story`, of these steps and screens. */
export function storyOf(given: {
  steps: GivenStep[];
  screens: ScreenRecord[];
  facts?: Record<string, string>;
}): NarrativeContent {
  const content = emptyContent();
  const facts = Object.entries(given.facts ?? {}).map(
    ([key, words]): RichNode => ({ type: 'storyFact', attrs: { key }, content: text(words) }),
  );
  const useCase: RichNode = {
    type: 'useCase',
    attrs: { id: 'story' },
    content: [
      { type: 'title', content: text('Amira keeps a loaf before supper') },
      ...facts,
      ...given.steps.map(toStep),
    ],
  };
  const experience = canonicalDoc({ type: 'doc', content: [useCase] });
  return {
    ...content,
    parts: { ...content.parts, experience },
    screens: Object.fromEntries(given.screens.map((screen) => [screen.id, screen])),
  };
}
