import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { RichNode } from '../../../core/narrative/richText';
import { paragraph, soundNarrative, withPart } from '../check/narratives';

const text = (words: string): RichNode[] => (words === '' ? [] : [{ type: 'text', text: words }]);

export const title = (words: string): RichNode => ({ type: 'title', content: text(words) });

export const heading = (words: string, attrs: Record<string, unknown> = {}): RichNode => ({
  type: 'heading',
  attrs: { level: 3, ...attrs },
  content: text(words),
});

export const numbered = (...steps: string[]): RichNode => ({
  type: 'orderedList',
  content: steps.map((step) => ({ type: 'listItem', content: [paragraph(step)] })),
});

/** A manual with these blocks in its sections. */
export function manualOf(
  sections: Partial<Record<'concepts' | 'howTo' | 'reference' | 'unwritten', RichNode[]>>,
  attrs: Record<string, unknown> = {},
): RichNode {
  return {
    type: 'manual',
    attrs: { id: 'lab', ...attrs },
    content: [
      title('Lab staff'),
      ...Object.entries(sections).map(
        ([key, content]): RichNode => ({ type: 'section', attrs: { key, fixed: true }, content }),
      ),
    ],
  };
}

export function storyOf(id: string, name: string, ...content: RichNode[]): RichNode {
  return { type: 'useCase', attrs: { id }, content: [title(name), ...content] };
}

export const stepOf = (id: string, name: string, ...content: RichNode[]): RichNode => ({
  type: 'step',
  attrs: { id },
  content: [title(name), ...content],
});

export const question = (id: string, words: string, state = 'open'): RichNode => ({
  type: 'faqItem',
  attrs: { id, state },
  content: [{ type: 'faqQuestion', content: text(words) }, paragraph('')],
});

export const unwritten = (id: string, words: string, attrs: Record<string, unknown> = {}): RichNode => ({
  type: 'unwritten',
  attrs: { id, question: '', words: '', ...attrs },
  content: [paragraph(words)],
});

/** A narrative without questions of the checks, but for what these parts give rise to. */
export function narrativeWith(
  parts: Partial<Record<'experience' | 'manuals' | 'internalFaq', RichNode[]>>,
): NarrativeContent {
  return Object.entries(parts).reduce(
    (content, [part, nodes]) => withPart(content, part as keyof typeof parts, nodes),
    soundNarrative(),
  );
}
