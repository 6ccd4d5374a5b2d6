import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import { type UnwrittenBlock, unwrittenBlocks } from '../../../core/manuals/unwritten';
import { partFragment, readPart } from '../../../core/narrative/narrativeDoc';
import type { UnwrittenOptions } from './unwrittenOptions';

type WaitingOptions = UnwrittenOptions & { doc: Y.Doc };
/** Places of the manuals by the id of the question that they wait for. */
type Waiting = ReadonlyMap<string, UnwrittenBlock[]>;
interface WaitingState {
  waiting: Waiting;
  shown: DecorationSet;
}

const key = new PluginKey<WaitingState>('waitingManuals');

/** Below each internal question: the manuals that cannot go on before it is answered. */
export function waitingPlugin(options: WaitingOptions): Plugin<WaitingState> {
  return new Plugin<WaitingState>({
    key,
    state: {
      init: (_config, { doc }) => stateOf(doc, readWaiting(options.doc), options),
      apply(tr, before) {
        const waiting = (tr.getMeta(key) as Waiting | undefined) ?? before.waiting;
        if (waiting === before.waiting && !tr.docChanged) return before;
        return stateOf(tr.doc, waiting, options);
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
    view(view) {
      const manuals = partFragment(options.doc, 'manuals');
      // Another window writes the manuals meanwhile.
      const onChange = () => view.dispatch(view.state.tr.setMeta(key, readWaiting(options.doc)));
      manuals.observeDeep(onChange);
      return { destroy: () => manuals.unobserveDeep(onChange) };
    },
  });
}

function readWaiting(doc: Y.Doc): Waiting {
  const waiting = new Map<string, UnwrittenBlock[]>();
  const parts = { manuals: readPart(doc, 'manuals'), internalFaq: readPart(doc, 'internalFaq') };
  for (const block of unwrittenBlocks(parts)) {
    if (block.questionId === '') continue;
    waiting.set(block.questionId, [...(waiting.get(block.questionId) ?? []), block]);
  }
  return waiting;
}

function stateOf(doc: ProseMirrorNode, waiting: Waiting, { onGo }: WaitingOptions): WaitingState {
  if (waiting.size === 0) return { waiting, shown: DecorationSet.empty };
  const shown: Decoration[] = [];
  doc.forEach((item, pos) => {
    const blocks = item.type.name === 'faqItem' ? waiting.get(String(item.attrs.id)) : undefined;
    if (!blocks) return;
    const isAnswered = item.attrs.state === 'answered';
    const draw = () => drawBlocks(blocks, isAnswered, onGo);
    const spec = { key: keyOf(blocks, isAnswered), side: 1, stopEvent: () => true, ignoreSelection: true };
    shown.push(Decoration.widget(pos + item.nodeSize - 1, draw, spec));
  });
  return { waiting, shown: DecorationSet.create(doc, shown) };
}

const keyOf = (blocks: readonly UnwrittenBlock[], isAnswered: boolean): string =>
  JSON.stringify([isAnswered, ...blocks.map(({ id, manual, words }) => [id, manual.name, words])]);

function drawBlocks(
  blocks: readonly UnwrittenBlock[],
  isAnswered: boolean,
  onGo: UnwrittenOptions['onGo'],
): HTMLElement {
  const line = document.createElement('div');
  line.className = 'dl-blocks';
  line.contentEditable = 'false';
  const name = document.createElement('span');
  name.textContent = isAnswered ? 'Can be written now:' : 'Blocks:';
  line.append(name);
  for (const { id, manual, words } of blocks) {
    const go = document.createElement('button');
    go.type = 'button';
    go.textContent = words === '' ? manual.name : `${manual.name}, “${shortened(words)}”`;
    go.addEventListener('click', () => onGo('manuals', id));
    line.append(go);
  }
  return line;
}

const shortened = (words: string): string =>
  words.length <= 60 ? words : `${words.slice(0, 60).replace(/\s+\S*$/u, '')} …`;
