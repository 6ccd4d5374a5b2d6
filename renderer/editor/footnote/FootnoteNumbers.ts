import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const numbersKey = new PluginKey<DecorationSet>('footnoteNumbers');

/**
 * Numbers the footnotes of a part. CSS counters cannot: they start again in every section, because sections
 * are contained so that the browser may skip what is off the screen.
 */
export const FootnoteNumbers = Extension.create({
  name: 'footnoteNumbers',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: numbersKey,
      state: {
        init: (_config, state) => numberFootnotes(state.doc),
        apply(tr, before) {
          if (!tr.docChanged) return before;
          return touchesFootnotes(tr) ? numberFootnotes(tr.doc) : before.map(tr.mapping, tr.doc);
        },
      },
      props: { decorations: (state) => numbersKey.getState(state) },
    }),
  ],
});

/** True where a top-level node that was exchanged holds a footnote, before or after. */
function touchesFootnotes({ before, doc }: Transaction): boolean {
  const least = Math.min(before.childCount, doc.childCount);
  let start = 0;
  while (start < least && before.child(start) === doc.child(start)) start += 1;
  let end = 1;
  while (end <= least - start && before.child(before.childCount - end) === doc.child(doc.childCount - end)) {
    end += 1;
  }
  const exchanged = [
    ...before.children.slice(start, 1 - end || undefined),
    ...doc.children.slice(start, 1 - end || undefined),
  ];
  return exchanged.some((node) => footnoteOffsets(node).length > 0);
}

const knownOffsets = new WeakMap<ProseMirrorNode, readonly number[]>();

/** Positions of the footnotes in a top-level node, from its start; read again only when the node changed. */
function footnoteOffsets(node: ProseMirrorNode): readonly number[] {
  const known = knownOffsets.get(node);
  if (known) return known;
  const offsets: number[] = [];
  node.descendants((child, pos) => {
    if (child.type.name === 'footnote') offsets.push(pos + 1);
  });
  knownOffsets.set(node, offsets);
  return offsets;
}

function numberFootnotes(doc: ProseMirrorNode): DecorationSet {
  const numbers: Decoration[] = [];
  doc.forEach((node, pos) => {
    for (const offset of footnoteOffsets(node)) {
      const from = pos + offset;
      numbers.push(Decoration.node(from, from + 1, { 'data-number': String(numbers.length + 1) }));
    }
  });
  return numbers.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, numbers);
}
