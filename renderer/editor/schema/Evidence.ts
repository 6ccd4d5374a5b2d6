import { Mark, mergeAttributes } from '@tiptap/core';

/** Words whose source card has this id; how they look is drawn beside them, so that no copy can leak it. */
export const Evidence = Mark.create({
  name: 'evidence',
  inclusive: false,
  addAttributes: () => ({
    id: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-evidence') ?? '',
      renderHTML: (attrs: Record<string, unknown>) => ({ 'data-evidence': String(attrs.id) }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-evidence]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), 0],
});
