import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { PartKey } from '../../../core/narrative/parts';
import type { Presence } from '../../../core/team/presence';
import { sectionKeyAt } from '../place';
import type { LiveLine, Peer } from './liveLine';

export interface CaretsOptions {
  /** Null where nobody else is here. */
  line: LiveLine | null;
  part: PartKey;
}

const caretsKey = new PluginKey<DecorationSet>('carets');
/** The own caret is told this often at most, in milliseconds, so that a key costs nothing. */
const tellPauseMs = 120;
/** The text is bound to the shared document by then, in milliseconds. */
const settleMs = 50;

/** Shows where others write, and tells them where this window does. Decorations only, so nothing can carry them off. */
export const Carets = Extension.create<CaretsOptions>({
  name: 'carets',
  addOptions: () => ({ line: null, part: 'brief' }),
  addProseMirrorPlugins() {
    const { line, part } = this.options;
    if (line === null) return [];
    return [
      new Plugin<DecorationSet>({
        key: caretsKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, drawn) =>
            (tr.getMeta(caretsKey) as DecorationSet | undefined) ?? drawn.map(tr.mapping, tr.doc),
        },
        props: { decorations: (state) => caretsKey.getState(state) },
        view: (view) => followCarets(view, line, part),
      }),
    ];
  },
});

function followCarets(view: EditorView, line: LiveLine, part: PartKey) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let known: readonly Peer[] = line.peers();
  const redraw = () => {
    if (line.peers() === known || view.isDestroyed) return;
    known = line.peers();
    const drawn = draw(view.state, known);
    view.dispatch(view.state.tr.setMeta(caretsKey, drawn).setMeta('addToHistory', false));
  };
  const tellNow = () => {
    timer = null;
    if (!view.isDestroyed) line.show(ownPlace(view, part));
  };
  const tell = () => {
    timer ??= setTimeout(tellNow, tellPauseMs);
  };
  const stop = line.subscribe(redraw);
  view.dom.addEventListener('focus', tell);
  view.dom.addEventListener('blur', tell);
  // Those who are here already can only be placed once the text is bound.
  const first = setTimeout(() => {
    known = [];
    redraw();
  }, settleMs);
  return {
    update(updated: EditorView, before: EditorState) {
      if (!updated.state.selection.eq(before.selection) || updated.state.doc !== before.doc) tell();
    },
    destroy() {
      stop();
      clearTimeout(first);
      if (timer !== null) clearTimeout(timer);
      view.dom.removeEventListener('focus', tell);
      view.dom.removeEventListener('blur', tell);
    },
  };
}

function ownPlace(view: EditorView, part: PartKey): Pick<Presence, 'place' | 'cursor'> {
  const { state } = view;
  const place = { part, section: sectionKeyAt(state) };
  const text = boundText(state);
  if (!view.hasFocus() || text === null) return { place, cursor: null };
  const { anchor, head } = state.selection;
  const relative = (position: number): unknown =>
    Y.relativePositionToJSON(absolutePositionToRelativePosition(position, text.type, text.mapping));
  return { place, cursor: { anchor: relative(anchor), head: relative(head) } };
}

type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2];
interface BoundText {
  doc: Y.Doc;
  type: Y.XmlFragment;
  mapping: Mapping;
}

/** What the editor is bound to; null before that. */
function boundText(state: EditorState): BoundText | null {
  const sync = ySyncPluginKey.getState(state) as
    | { doc: Y.Doc; type: Y.XmlFragment; binding: { mapping: Mapping } | null }
    | undefined;
  if (!sync?.binding || sync.binding.mapping.size === 0) return null;
  return { doc: sync.doc, type: sync.type, mapping: sync.binding.mapping };
}

function draw(state: EditorState, peers: readonly Peer[]): DecorationSet {
  const text = boundText(state);
  if (text === null) return DecorationSet.empty;
  const drawn = peers.flatMap((peer) => drawPeer(peer, text, state.doc.content.size));
  return DecorationSet.create(state.doc, drawn);
}

function drawPeer({ client, person, cursor }: Peer, text: BoundText, size: number): Decoration[] {
  if (cursor === null) return [];
  const anchor = absolute(cursor.anchor, text);
  const head = absolute(cursor.head, text);
  if (anchor === null || head === null) return [];
  const [at, other] = [Math.min(head, size), Math.min(anchor, size)];
  const caret = Decoration.widget(at, () => caretOf(client, person), {
    key: `${client} ${at} ${person.name}`,
    side: 10,
    ignoreSelection: true,
  });
  if (at === other) return [caret];
  const chosen = { class: 'dl-their-words', 'data-colour': String(person.colour) };
  return [caret, Decoration.inline(Math.min(at, other), Math.max(at, other), chosen)];
}

/** Where a place of somebody else is now; null where it is none in this text. What others send may be anything. */
function absolute(place: unknown, { doc, type, mapping }: BoundText): number | null {
  try {
    return relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromJSON(place), mapping);
  } catch {
    return null;
  }
}

/** Their names are told in the list of who is here; in the text they would be read out between words. */
function caretOf(client: number, { name, colour }: Presence['person']): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'dl-caret';
  caret.dataset.colour = String(colour);
  caret.dataset.client = String(client);
  caret.ariaHidden = 'true';
  const label = document.createElement('span');
  label.className = 'dl-caret-name';
  // Drawn from there, so that a name never counts as words of the text.
  label.dataset.name = name;
  caret.append(label);
  return caret;
}
