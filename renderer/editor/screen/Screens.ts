import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import { openScreenMenu } from './openScreen';
import { type ScreenOptions, screenOf, screenOptions, screensName } from './screenOptions';
import { ScreenView } from './screenView';

/** Shows screens in the text, and opens what is done with one: drawing by Enter, the rest by the menu key. */
export const Screens = Extension.create<ScreenOptions>({
  name: screensName,
  // Before a selected block takes Enter for a new line.
  priority: 1110,
  addOptions: () => ({
    records: null,
    history: null,
    assetUrl: (asset) => asset,
    author: () => '',
    desk: null,
  }),
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      Enter: () => drawSelected(editor),
      'Shift-F10': () => openSelectedMenu(editor),
      ContextMenu: () => openSelectedMenu(editor),
    };
  },
  addProseMirrorPlugins() {
    const { editor, options } = this;
    const views = new Set<ScreenView>();
    return [
      new Plugin({
        key: new PluginKey('screens'),
        props: {
          nodeViews: {
            screen: (node, _view, getPos) => new ScreenView({ node, getPos, editor, options, views }),
          },
          handleClickOn(...args) {
            const [view, , node, pos, event] = args;
            if (node.type.name !== 'screen' || !isOnPicture(event)) return false;
            select(view, pos);
            return drawSelected(editor);
          },
        },
        view: () => watchRecords(options.records, views),
      }),
    ];
  },
});

/** Only the places of screens that changed are drawn again, and never by a change of the text. */
function watchRecords(records: Y.Map<unknown> | null, views: ReadonlySet<ScreenView>) {
  const onChange = ({ keysChanged }: Y.YMapEvent<unknown>) => {
    for (const view of views) if (keysChanged.has(view.id)) view.draw();
  };
  records?.observe(onChange);
  return { destroy: () => records?.unobserve(onChange) };
}

function selectedScreen({ state, isEditable }: Editor): { id: string; pos: number } | null {
  const { selection } = state;
  const isScreen = selection instanceof NodeSelection && selection.node.type.name === 'screen';
  return isScreen && isEditable ? { id: String(selection.node.attrs.id), pos: selection.from } : null;
}

function drawSelected(editor: Editor): boolean {
  const selected = selectedScreen(editor);
  const { desk } = screenOptions(editor);
  if (!selected || !desk) return false;
  if (screenOf(editor, selected.id)) desk.draw(selected.id);
  else desk.choose();
  return true;
}

function openSelectedMenu(editor: Editor): boolean {
  const selected = selectedScreen(editor);
  if (!selected) return false;
  // After the key, which closes every menu that is open while it is heard.
  setTimeout(() => !editor.isDestroyed && openScreenMenu(editor, selected));
  return true;
}

function isOnPicture(event: MouseEvent): boolean {
  const isPlain = event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey;
  return isPlain && event.target instanceof Element && event.target.closest('.dl-screen-picture') !== null;
}

function select(view: EditorView, pos: number): void {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
}
