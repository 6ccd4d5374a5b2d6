import { Mark, mergeAttributes } from '@tiptap/core';

/** Words of the release that the golden thread follows; what keeps them is drawn beside them, never into them. */
export const PromiseMark = Mark.create({
  name: 'promise',
  inclusive: false,
  addAttributes: () => ({
    id: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-promise') ?? '',
      renderHTML: (attrs: Record<string, unknown>) => ({ 'data-promise': String(attrs.id) }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-promise]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), 0],
});
