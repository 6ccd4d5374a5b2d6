import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';

const newsKey = new PluginKey<string>('itemNews');

const nouns: Readonly<Record<string, string>> = {
  faqItem: 'Question',
  useCase: 'Use case',
  step: 'Step',
  manual: 'Manual',
};

/** What people call an item. */
export const itemNoun = ({ type }: ProseMirrorNode): string => nouns[type.name] ?? type.name;

/** Says, once the change is made, what it did to an item. */
export function withItemNews(tr: Transaction, news: string): Transaction {
  return tr.setMeta(newsKey, news);
}

/** Tells people who do not see the sheet where an item went, without taking the focus. */
export function itemNewsPlugin(): Plugin<string> {
  return new Plugin<string>({
    key: newsKey,
    state: {
      init: () => '',
      apply: (tr, before) => (tr.getMeta(newsKey) as string | undefined) ?? before,
    },
    view(view) {
      const region = document.createElement('p');
      region.className = 'dl-hidden';
      region.setAttribute('role', 'status');
      view.dom.after(region);
      return {
        update({ state }, before) {
          const news = newsKey.getState(state) ?? '';
          if (news !== newsKey.getState(before)) region.textContent = news;
        },
        destroy: () => region.remove(),
      };
    },
  });
}
