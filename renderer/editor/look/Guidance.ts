import { type Editor, Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { readCaret } from '../readCaret';
import { isContainer } from '../structure/cells';

/** Words shown in an empty place, by section key, story fact key, or `question`, `answer`, `title`, `step`, `manual`, `text`. */
type Placeholders = Readonly<Record<string, string>>;

interface GuidanceOptions {
  placeholders: Placeholders;
}

interface Guided {
  placeholders: Placeholders;
  emptyPlaces: (node: ProseMirrorNode) => EmptyPlace[];
  decorations: DecorationSet;
}

const guidanceKey = new PluginKey<Guided>('guidance');

type EmptyPlace = { offset: number; size: number; text: string };

/** Which words an empty paragraph shows, by what it stands in; '' is a plain part itself. */
const paragraphTexts: Readonly<Record<string, string>> = { faqItem: 'answer', step: 'step', '': 'text' };

const defaultPlaceholders: Placeholders = {
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
  sees: 'The words and buttons they meet',
  failure: 'What happens then',
};

/** Guidance in empty places and a mark on the section being written, as decorations: never part of the text. */
export const Guidance = Extension.create<GuidanceOptions>({
  name: 'guidance',
  addOptions: () => ({ placeholders: {} }),
  addProseMirrorPlugins() {
    const { placeholders } = this.options;
    return [
      new Plugin<Guided>({
        key: guidanceKey,
        state: {
          init: (_config, state) => guide(state, placeholders),
          apply(...[tr, before, , state]) {
            const others: Placeholders | undefined = tr.getMeta(guidanceKey);
            if (others) return guide(state, others);
            if (!tr.docChanged && !tr.selectionSet) return before;
            return { ...before, decorations: decorate(state, before.emptyPlaces) };
          },
        },
        props: { decorations: (state) => guidanceKey.getState(state)?.decorations },
      }),
    ];
  },
});

/** Shows other words in the empty places, as another house style has them. Text, caret and undo stay as they are. */
export function showPlaceholders(editor: Editor, placeholders: Placeholders): void {
  if (editor.isDestroyed || guidanceKey.getState(editor.state)?.placeholders === placeholders) return;
  readCaret();
  editor.view.dispatch(editor.state.tr.setMeta(guidanceKey, placeholders));
}

function guide(state: EditorState, placeholders: Placeholders): Guided {
  const texts = { ...defaultPlaceholders, ...placeholders };
  const known = new WeakMap<ProseMirrorNode, EmptyPlace[]>();
  const emptyPlaces = (node: ProseMirrorNode): EmptyPlace[] => {
    const cached = known.get(node);
    if (cached) return cached;
    const found = findEmptyPlaces(node, '', texts);
    known.set(node, found);
    return found;
  };
  return { placeholders, emptyPlaces, decorations: decorate(state, emptyPlaces) };
}

function decorate(state: EditorState, emptyPlaces: Guided['emptyPlaces']): DecorationSet {
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
  if ($head.depth === 0) return [];
  const marks = [Decoration.node($head.before(1), $head.after(1), { class: 'has-caret' })];
  for (let depth = 1; depth <= $head.depth && isContainer($head.node(depth)); depth += 1) {
    marks.push(Decoration.node($head.before(depth), $head.after(depth), { class: 'is-current' }));
  }
  return marks;
}

/** Empty textblocks of one top-level node; offsets count from the node's own start. */
function findEmptyPlaces(node: ProseMirrorNode, parentName: string, texts: Placeholders): EmptyPlace[] {
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

function placeholderOf(node: ProseMirrorNode, parentName: string, texts: Placeholders): string {
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
