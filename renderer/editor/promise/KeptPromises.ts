import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import { endKey } from '../../../core/thread/itemEnds';
import { keyOf } from '../../../core/thread/readThread';
import { releasePromiseSchema } from '../../../core/thread/releasePromise';
import { threadLinkSchema } from '../../../core/thread/threadLink';

/** Where promises and their links are kept. */
export interface KeptPromisesOptions {
  promises: Y.Map<unknown> | null;
  links: Y.Map<unknown> | null;
}

interface KeptState {
  tags: DecorationSet;
  /** The steps the tags were drawn for. */
  steps: string;
}

const keptKey = new PluginKey<KeptState>('keptPromises');

/** Below each step, the promises that come true at it; as decorations, so that no export and no copy can leak them. */
export const KeptPromises = Extension.create<KeptPromisesOptions>({
  name: 'keptPromises',
  addOptions: () => ({ promises: null, links: null }),
  addProseMirrorPlugins() {
    const { options } = this;
    const draw = (doc: ProseMirrorNode): KeptState => ({ tags: drawTags(doc, options), steps: stepsOf(doc) });
    return [
      new Plugin<KeptState>({
        key: keptKey,
        state: {
          init: (_config, { doc }) => draw(doc),
          apply(tr, before) {
            if (tr.getMeta(keptKey) === 'records') return draw(tr.doc);
            if (!tr.docChanged) return before;
            // Typing only moves the tags; they are drawn again where steps or their screens come, go or change places.
            if (stepsOf(tr.doc) !== before.steps) return draw(tr.doc);
            return { ...before, tags: before.tags.map(tr.mapping, tr.doc) };
          },
        },
        props: { decorations: (state) => keptKey.getState(state)?.tags },
        view: (view) => {
          const tell = () =>
            view.dispatch(view.state.tr.setMeta(keptKey, 'records').setMeta('addToHistory', false));
          const maps = [options.promises, options.links];
          for (const map of maps) map?.observe(tell);
          return {
            destroy: () => {
              for (const map of maps) map?.unobserve(tell);
            },
          };
        },
      }),
    ];
  },
});

interface PlacedStep {
  /** Keys of the step and of the screens in it. */
  keys: string[];
  /** Before the end of its last line. */
  end: number;
}

const knownKeys = new WeakMap<ProseMirrorNode, string[]>();

/** Keys of a step's node; the same object is not read again. */
function keysOf(step: ProseMirrorNode): string[] {
  const known = knownKeys.get(step);
  if (known) return known;
  const keys = [endKey({ kind: 'step', id: String(step.attrs.id) })];
  step.descendants((node) => {
    if (node.type.name === 'screen') keys.push(endKey({ kind: 'screen', id: String(node.attrs.id) }));
    return !node.inlineContent;
  });
  knownKeys.set(step, keys);
  return keys;
}

function placedSteps(doc: ProseMirrorNode): PlacedStep[] {
  const steps: PlacedStep[] = [];
  doc.forEach((item, itemPos) => {
    if (item.type.name !== 'useCase') return;
    item.forEach((step, offset) => {
      if (step.type.name !== 'step') return;
      steps.push({ keys: keysOf(step), end: itemPos + 1 + offset + step.nodeSize - 1 });
    });
  });
  return steps;
}

const stepsOf = (doc: ProseMirrorNode): string =>
  placedSteps(doc)
    .map(({ keys }) => keys.join(' '))
    .join('\n');

function drawTags(doc: ProseMirrorNode, options: KeptPromisesOptions): DecorationSet {
  const words = promisesByEnd(options);
  const tags = placedSteps(doc).flatMap(({ keys, end }) => {
    const kept = new Map(keys.flatMap((key) => [...(words.get(key) ?? [])]));
    if (kept.size === 0) return [];
    const line = keepsLine([...kept.values()]);
    return [Decoration.widget(end, () => drawTag(line), { key: `${keys[0]} ${line}`, side: 1 })];
  });
  return tags.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, tags);
}

/** For the key of an end, the words of the promises linked to it, by their ids. */
function promisesByEnd({ promises, links }: KeptPromisesOptions): Map<string, Map<string, string>> {
  const byEnd = new Map<string, Map<string, string>>();
  for (const value of links?.values() ?? []) {
    const link = threadLinkSchema.safeParse(value).data;
    const promise = link && releasePromiseSchema.safeParse(promises?.get(link.promise)).data;
    if (!promise || link.verdict !== 'linked') continue;
    const known = byEnd.get(keyOf(link)) ?? new Map<string, string>();
    byEnd.set(keyOf(link), known.set(promise.id, promise.words));
  }
  return byEnd;
}

const longestQuote = 48;

function keepsLine(words: readonly string[]): string {
  const [only = ''] = words;
  if (words.length !== 1) return `Keeps ${words.length} promises`;
  const quote =
    only.length <= longestQuote ? only : `${only.slice(0, longestQuote).replace(/\s+\S*$/, '')} …`;
  return `Keeps “${quote}”`;
}

function drawTag(line: string): HTMLElement {
  const tag = document.createElement('div');
  tag.className = 'dl-keeps';
  tag.contentEditable = 'false';
  const words = document.createElement('span');
  words.textContent = line;
  tag.append(words);
  return tag;
}
