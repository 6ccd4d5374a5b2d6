import type { ResolvedPos } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { endKey } from '../../../core/thread/itemEnds';
import { markIdOf } from '../markRanges';

/** Where the caret stands on the golden thread. */
export interface ThreadPlace {
  /** Id of the promise whose words it touches; '' for none. */
  promise: string;
  /** Key of the question, step or how-to around it; '' for none. */
  end: string;
}

/** Reads the place of the caret; looks only at what is around it, so that it can be asked on every key. */
export function threadPlaceAt({ selection: { $head } }: EditorState): ThreadPlace {
  const beside = [$head.nodeAfter, $head.nodeBefore].flatMap((node) => node ?? []);
  const promise = beside.map((node) => markIdOf(node, 'promise')).find((id) => id !== null) ?? '';
  return { promise, end: endAround($head) };
}

function endAround($head: ResolvedPos): string {
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const { type, attrs } = $head.node(depth);
    const id = typeof attrs.id === 'string' ? attrs.id : '';
    if (type.name === 'faqItem') return endKey({ kind: 'faq', id });
    if (type.name === 'step') return endKey({ kind: 'step', id });
    if (type.name === 'section' && isInManual($head, depth)) return howToAbove($head, depth);
  }
  return '';
}

const isInManual = ($head: ResolvedPos, depth: number): boolean =>
  depth > 1 && $head.node(depth - 1).type.name === 'manual';

/** The last heading with an id before the caret, as long as no heading of the same weight closes it. */
function howToAbove($head: ResolvedPos, depth: number): string {
  const section = $head.node(depth);
  let heaviest = Number.POSITIVE_INFINITY;
  for (let index = Math.min($head.index(depth), section.childCount - 1); index >= 0; index -= 1) {
    const { type, attrs } = section.child(index);
    if (type.name !== 'heading') continue;
    if (typeof attrs.id === 'string' && attrs.id !== '') {
      return attrs.level < heaviest ? endKey({ kind: 'howTo', id: attrs.id }) : '';
    }
    heaviest = Math.min(heaviest, attrs.level);
  }
  return '';
}
