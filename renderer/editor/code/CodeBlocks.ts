import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { CodeView } from './codeView';
import type { ColouredSpan } from './colourCode';

const codeKey = new PluginKey<DecorationSet>('codeColours');

/** How long the text rests before code in it is coloured anew, in milliseconds. */
const restMs = 250;
/** Longer code is left as it is: colouring it would take longer than a frame. */
const longestCode = 20_000;

type ColourCode = (language: string, code: string) => ColouredSpan[];

/**
 * Code with its role, its language and a button that copies it, coloured a moment after writing rests: a key only
 * moves the colours that are there. What colours is loaded when a narrative first shows code with a language.
 */
export const CodeBlocks = Extension.create({
  name: 'codeBlocks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: codeKey,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, before) {
          const drawn = tr.getMeta(codeKey) as DecorationSet | undefined;
          if (drawn) return drawn;
          return tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
        },
      },
      props: {
        decorations: (state) => codeKey.getState(state),
        nodeViews: { codeBlock: (node) => new CodeView(node) },
      },
      view: (view) => new Colourist(view),
    }),
  ],
});

/** Colours code when the text rests; the same code is not read again. */
class Colourist {
  readonly #view: EditorView;
  readonly #known = new WeakMap<ProseMirrorNode, ColouredSpan[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isGone = false;
  #coloured: ProseMirrorNode | null = null;

  constructor(view: EditorView) {
    this.#view = view;
    this.#wait();
  }

  update(view: EditorView): void {
    if (view.state.doc !== this.#coloured) this.#wait();
  }

  destroy(): void {
    this.#isGone = true;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#colour(), restMs);
  }

  async #colour(): Promise<void> {
    const { doc } = this.#view.state;
    this.#coloured = doc;
    const blocks = codeBlocks(doc);
    if (blocks.every(({ node }) => this.#known.has(node)) && !this.#isStale(blocks)) return;
    const colours = await import('./colourCode').catch(() => null);
    // Words came meanwhile, or the window was closed; without what colours, code stays readable.
    if (!colours || this.#isGone || this.#view.state.doc !== doc) return;
    const drawn = blocks.flatMap(({ node, pos }) => this.#draw(node, pos, colours.colourCode));
    const tr = this.#view.state.tr.setMeta(codeKey, DecorationSet.create(doc, drawn));
    this.#view.dispatch(tr.setMeta('addToHistory', false));
  }

  /** Whether the colours that are drawn are those of other code: some went, or stayed where no language is left. */
  #isStale(blocks: readonly { node: ProseMirrorNode }[]): boolean {
    const wanted = blocks.reduce((sum, { node }) => sum + (this.#known.get(node)?.length ?? 0), 0);
    return (codeKey.getState(this.#view.state)?.find().length ?? 0) !== wanted;
  }

  #draw(node: ProseMirrorNode, pos: number, colourCode: ColourCode): Decoration[] {
    const spans = this.#known.get(node) ?? colourCode(String(node.attrs.language), node.textContent);
    this.#known.set(node, spans);
    return spans.map(({ from, to, kind }) =>
      Decoration.inline(pos + 1 + from, pos + 1 + to, { class: `dl-code-${kind}` }),
    );
  }
}

function codeBlocks(doc: ProseMirrorNode): { node: ProseMirrorNode; pos: number }[] {
  const found: { node: ProseMirrorNode; pos: number }[] = [];
  doc.descendants((node, pos) => {
    const isCode = node.type.name === 'codeBlock' && Boolean(node.attrs.language);
    if (isCode && node.content.size <= longestCode) found.push({ node, pos });
    return !node.isTextblock;
  });
  return found;
}
