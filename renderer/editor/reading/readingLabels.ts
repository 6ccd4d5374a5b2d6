import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { RichDoc } from '../../../core/narrative/richText';
import { paragraphLabel, paragraphStarts } from '../../../core/review/meeting/lineLabels';
import { readDocText } from '../../../core/review/readPartText';

const labelsKey = new PluginKey<DecorationSet>('readingLabels');

/** Names each paragraph beside it, as people in a room call it. */
export function readingLabels(letter: string): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: labelsKey,
    state: {
      init: (_, { doc }) => drawLabels(doc, letter),
      apply: (tr, before) => (tr.docChanged ? drawLabels(tr.doc, letter) : before),
    },
    props: { decorations: (state) => labelsKey.getState(state) },
  });
}

function drawLabels(doc: ProseMirrorNode, letter: string): DecorationSet {
  const starts = paragraphStarts(readDocText(doc.toJSON() as RichDoc));
  const labels = starts.flatMap((start, index) => {
    const { parent, nodeAfter } = doc.resolve(start);
    // Of a paragraph the first letter is known, of a picture its own place.
    const from = parent.isTextblock ? start - 1 : start;
    const size = parent.isTextblock ? parent.nodeSize : (nodeAfter?.nodeSize ?? 0);
    const attrs = { 'data-label': paragraphLabel(letter, index + 1) };
    return size === 0 ? [] : [Decoration.node(from, from + size, attrs)];
  });
  return DecorationSet.create(doc, labels);
}
