import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isContainer } from '../structure/cells';

interface GuidanceOptions {
  /** Words shown in an empty place, by section key, story fact key, or `question`, `answer`, `title`, `step`, `manual`, `text`. */
  placeholders: Readonly<Record<string, string>>;
}

const guidanceKey = new PluginKey<DecorationSet>('guidance');

type EmptyPlace = { offset: number; size: number; text: string };

/** Which words an empty paragraph shows, by what it stands in; '' is a plain part itself. */
const paragraphTexts: Readonly<Record<string, string>> = { faqItem: 'answer', step: 'step', '': 'text' };

const defaultPlaceholders: Readonly<Record<string, string>> = {
  question: 'What will they ask?',
  answer: 'The answer, in plain words',
  title: 'A name for this story',
  stepTitle: 'What happens in this step?',
  step: 'What the customer sees and does',
  manual: 'Who is this manual for?',
  who: 'One person, by name',
  when: 'Day, hour and place',
  goal: 'What they want to have done',
  ending: 'How they know it is done',
  failure: 'What happens then',
};

/** Guidance in empty places and a mark on the section being written, as decorations: never part of the text. */
export const Guidance = Extension.create<GuidanceOptions>({
  name: 'guidance',
  addOptions: () => ({ placeholders: {} }),
  addProseMirrorPlugins() {
    const texts = { ...defaultPlaceholders, ...this.options.placeholders };
    const known = new WeakMap<ProseMirrorNode, EmptyPlace[]>();
    const emptyPlaces = (node: ProseMirrorNode): EmptyPlace[] => {
      const cached = known.get(node);
      if (cached) return cached;
      const found = findEmptyPlaces(node, '', texts);
      known.set(node, found);
      return found;
    };
    return [
      new Plugin<DecorationSet>({
        key: guidanceKey,
        state: {
          init: (_config, state) => decorate(state, emptyPlaces),
          apply: (...[tr, before, , state]) =>
            tr.docChanged || tr.selectionSet ? decorate(state, emptyPlaces) : before,
        },
        props: { decorations: (state) => guidanceKey.getState(state) },
      }),
    ];
  },
});

function decorate(state: EditorState, emptyPlaces: (node: ProseMirrorNode) => EmptyPlace[]): DecorationSet {
  const decorations: Decoration[] = [];
  state.doc.forEach((node, pos) => {
    // A plain part asks for its first words only; an empty line between others is left alone.
    if (node.isTextblock && state.doc.childCount > 1) return;
    for (const { offset, size, text } of emptyPlaces(node)) {
      const from = pos + offset;
      decorations.push(Decoration.node(from, from + size, { class: 'is-empty', 'data-placeholder': text }));
    }
  });
  return DecorationSet.create(state.doc, [...decorations, ...markCurrent(state)]);
}

function markCurrent({ selection: { $head } }: EditorState): Decoration[] {
  const marks: Decoration[] = [];
  for (let depth = 1; depth <= $head.depth && isContainer($head.node(depth)); depth += 1) {
    marks.push(Decoration.node($head.before(depth), $head.after(depth), { class: 'is-current' }));
  }
  return marks;
}

/** Empty textblocks of one top-level node; offsets count from the node's own start. */
function findEmptyPlaces(
  node: ProseMirrorNode,
  parentName: string,
  texts: Readonly<Record<string, string>>,
): EmptyPlace[] {
  const own = node.isTextblock ? placeholderOf(node, parentName, texts) : '';
  if (own !== '') return [{ offset: 0, size: node.nodeSize, text: own }];
  if (!isContainer(node)) return [];
  const lone = node.type.name === 'section' && node.childCount === 1 ? node.firstChild : null;
  if (lone) {
    const text = texts[String(node.attrs.key)] ?? '';
    const isEmpty = lone.type.name === 'paragraph' && lone.content.size === 0 && text !== '';
    return isEmpty ? [{ offset: 1, size: lone.nodeSize, text }] : [];
  }
  const found: EmptyPlace[] = [];
  node.forEach((child, offset, index) => {
    const isFirstText = child.type.name === 'paragraph' && index === firstParagraph(node);
    if (child.type.name === 'paragraph' && !isFirstText) return;
    for (const place of findEmptyPlaces(child, node.type.name, texts)) {
      found.push({ ...place, offset: place.offset + offset + 1 });
    }
  });
  return found;
}

function firstParagraph(node: ProseMirrorNode): number {
  for (let index = 0; index < node.childCount; index += 1) {
    if (node.child(index).type.isInGroup('block')) return index;
  }
  return -1;
}

function placeholderOf(
  node: ProseMirrorNode,
  parentName: string,
  texts: Readonly<Record<string, string>>,
): string {
  if (node.content.size > 0) return '';
  switch (node.type.name) {
    case 'faqQuestion':
      return texts.question ?? '';
    case 'storyFact':
      return texts[String(node.attrs.key)] ?? '';
    case 'title':
      return texts[parentName === 'step' ? 'stepTitle' : parentName === 'manual' ? 'manual' : 'title'] ?? '';
    case 'paragraph':
      return texts[paragraphTexts[parentName] ?? ''] ?? '';
    default:
      return '';
  }
}
