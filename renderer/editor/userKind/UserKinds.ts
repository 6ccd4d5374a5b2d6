import { type Editor, Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { userKindName } from '../../../core/manuals/userKinds';
import type { PartKey } from '../../../core/narrative/parts';
import { popoversOf } from '../popover/popoverStore';
import './userKind.css';

/** Below the title of each use case and manual: the kind of user it is about, to be read and changed there. */
export const UserKinds = Extension.create<{ part: PartKey }>({
  name: 'userKinds',
  addOptions: () => ({ part: 'release' as PartKey }),
  addProseMirrorPlugins() {
    const { part } = this.options;
    return part === 'experience' || part === 'manuals' ? [userKindPlugin(this.editor)] : [];
  },
});

/** Drawn as decorations, keyed by what they say, so that typing draws none of them again. */
function userKindPlugin(editor: Editor): Plugin<DecorationSet> {
  const key = new PluginKey<DecorationSet>('userKinds');
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => drawKinds(editor, doc),
      apply: (tr, before) => (tr.docChanged ? drawKinds(editor, tr.doc) : before),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function drawKinds(editor: Editor, doc: ProseMirrorNode): DecorationSet {
  const drawn: Decoration[] = [];
  doc.forEach((item, pos) => {
    const isNamed = item.type.name === 'useCase' || item.type.name === 'manual';
    if (!isNamed || item.firstChild?.type.name !== 'title') return;
    const id = String(item.attrs.id);
    const name = userKindName(String(item.attrs.user));
    const draw = () => createLine(editor, { id, name, isManual: item.type.name === 'manual' });
    const below = pos + 1 + item.firstChild.nodeSize;
    const spec = { key: `user-${id}-${name}`, side: -1, stopEvent: () => true, ignoreSelection: true };
    drawn.push(Decoration.widget(below, draw, spec));
  });
  return DecorationSet.create(doc, drawn);
}

interface UserOf {
  id: string;
  name: string;
  isManual: boolean;
}

function createLine(editor: Editor, of: UserOf): HTMLElement {
  const line = document.createElement('div');
  line.className = 'dl-user';
  line.contentEditable = 'false';
  const label = document.createElement('span');
  label.textContent = of.isManual ? 'For' : 'About';
  line.append(label);
  if (editor.options.editable) line.append(createButton(editor, of));
  else if (of.name === '') line.hidden = true;
  else line.append(createName(of.name));
  return line;
}

/** Where nothing can be changed, words stand in the place of the button. */
function createName(name: string): HTMLElement {
  const words = document.createElement('b');
  words.textContent = name;
  return words;
}

function createButton(editor: Editor, of: UserOf): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const asked = of.isManual ? 'Which kind of user reads it?' : 'Which kind of user?';
  button.textContent = of.name === '' ? asked : of.name;
  button.dataset.empty = String(of.name === '');
  button.setAttribute('aria-label', of.name === '' ? asked : `Kind of user: ${of.name}`);
  button.setAttribute('aria-haspopup', 'dialog');
  // A press would take the caret out of the text before anybody knows where it stood.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    popoversOf(editor).open({ kind: 'user', id: of.id, anchor: button.getBoundingClientRect() });
  });
  return button;
}
