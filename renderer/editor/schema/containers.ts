import { mergeAttributes, Node } from '@tiptap/core';
import { type StepFactKey, type StoryFactKey, storyFactTitles } from '../../../core/narrative/richText';
import { FaqItemView } from '../faq/faqItemView';
import { coreAttributes, coreFields } from './coreSpec';
import { titleOfSection } from './sectionName';

/** A named section. Its name is drawn by CSS from `data-title`, so it can never be edited or copied as text. */
export const Section = Node.create({
  name: 'section',
  ...coreFields('section'),
  addAttributes: () => coreAttributes('section'),
  parseHTML: () => [{ tag: 'section[data-key]' }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const title = titleOfSection(String(node.attrs.key));
    return ['section', mergeAttributes(HTMLAttributes, { 'data-title': title, 'aria-label': title }), 0];
  },
});

/** A question with its answer; drawn by `faqItemView`. */
export const FaqItem = Node.create({
  name: 'faqItem',
  ...coreFields('faqItem'),
  addAttributes: () => coreAttributes('faqItem'),
  parseHTML: () => [{ tag: 'div[data-type="faq-item"]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-type': 'faq-item' }),
    0,
  ],
  addNodeView:
    () =>
    ({ node, editor }) =>
      new FaqItemView(node, editor),
});

export const FaqQuestion = Node.create({
  name: 'faqQuestion',
  ...coreFields('faqQuestion'),
  parseHTML: () => [{ tag: 'h2[data-type="faq-question"]', priority: 60 }],
  renderHTML: () => ['h2', { 'data-type': 'faq-question' }, 0],
});

export const UseCase = Node.create({
  name: 'useCase',
  ...coreFields('useCase'),
  addAttributes: () => coreAttributes('useCase'),
  parseHTML: () => [{ tag: 'div[data-type="use-case"]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-type': 'use-case' }),
    0,
  ],
});

/** One line of the story above the steps, with its name in front. */
export const StoryFact = Node.create({
  name: 'storyFact',
  ...coreFields('storyFact'),
  addAttributes: () => coreAttributes('storyFact'),
  parseHTML: () => [{ tag: 'p[data-type="story-fact"]', priority: 60 }],
  renderHTML({ node, HTMLAttributes }) {
    const key = String(node.attrs.key);
    const title = storyFactTitles[key as StoryFactKey | StepFactKey] ?? key;
    return ['p', mergeAttributes(HTMLAttributes, { 'data-type': 'story-fact', 'data-title': title }), 0];
  },
});

export const Step = Node.create({
  name: 'step',
  ...coreFields('step'),
  addAttributes: () => coreAttributes('step'),
  parseHTML: () => [{ tag: 'div[data-type="step"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-type': 'step' }), 0],
});

export const Manual = Node.create({
  name: 'manual',
  ...coreFields('manual'),
  addAttributes: () => coreAttributes('manual'),
  parseHTML: () => [{ tag: 'div[data-type="manual"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-type': 'manual' }), 0],
});

/** The name of a use case, a step or a manual. */
export const Title = Node.create({
  name: 'title',
  ...coreFields('title'),
  parseHTML: () => [{ tag: 'h2[data-type="title"]', priority: 60 }],
  renderHTML: () => ['h2', { 'data-type': 'title' }, 0],
});
