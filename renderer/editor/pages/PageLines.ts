import { type Editor, Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { PageGauge } from '../../../core/api/shapes';
import { letterPosition } from './letterPosition';

const linesKey = new PluginKey<DecorationSet>('pageLines');

/**
 * A dashed line where the printed page ends. It stands before the very word that begins the next page, moves along
 * while the text changes, and is set anew when the pages were laid out again. It is no part of the text.
 */
export const PageLines = Extension.create({
  name: 'pageLines',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: linesKey,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, before) {
          const breaks: PageGauge['releaseBreaks'] | undefined = tr.getMeta(linesKey);
          return breaks ? drawLines(tr.doc, breaks) : before.map(tr.mapping, tr.doc);
        },
      },
      props: { decorations: (state) => linesKey.getState(state) },
    }),
  ],
});

/** Shows where the pages of this text begin. */
export function showPageLines({ view, state }: Editor, breaks: PageGauge['releaseBreaks']): void {
  view.dispatch(state.tr.setMeta(linesKey, breaks).setMeta('addToHistory', false));
}

function drawLines(doc: ProseMirrorNode, breaks: PageGauge['releaseBreaks']): DecorationSet {
  const lines = breaks.flatMap(({ page, letters }) => {
    const position = letterPosition(doc, letters);
    const options = { side: -1, key: `page-${page}`, ignoreSelection: true };
    return position === null ? [] : [Decoration.widget(position, () => drawLine(page), options)];
  });
  return DecorationSet.create(doc, lines);
}

function drawLine(page: number): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'dl-page-line';
  mark.contentEditable = 'false';
  const words = document.createElement('span');
  words.className = 'dl-page-line-words';
  words.textContent = `Page ${page} begins here`;
  const line = document.createElement('span');
  line.className = 'dl-page-line-dashes';
  mark.append(line, words);
  return mark;
}
