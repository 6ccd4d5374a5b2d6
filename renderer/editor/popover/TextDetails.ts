import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import { openFootnote } from '../footnote/footnoteCommands';
import { isSafeLink } from '../link/linkAddress';
import { openPictureDetails } from '../picture/PictureInsertion';

/** Opens the details of what is clicked, or selected and entered: footnotes and pictures; links with Ctrl or Cmd. */
export const TextDetails = Extension.create({
  name: 'textDetails',
  priority: 1100,
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        return selection instanceof NodeSelection && openDetails(this.editor, selection.from);
      },
    };
  },
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('textDetails'),
        props: {
          handleClickOn(...args) {
            const [, , node, nodePos, event] = args;
            const isFootnote = node.type.name === 'footnote';
            return isFootnote && event.button === 0 && editor.isEditable && openDetails(editor, nodePos);
          },
          handleDoubleClickOn(...args) {
            const [, , node, nodePos] = args;
            if (node.type.name !== 'image' || !editor.isEditable) return false;
            // After the press, which closes every popover that is open while it is heard.
            setTimeout(() => !editor.isDestroyed && openDetails(editor, nodePos));
            return true;
          },
          handleClick(_view, _pos, event) {
            const link = event.target instanceof Element ? event.target.closest('a') : null;
            const href = link?.getAttribute('href') ?? '';
            if (!(event.ctrlKey || event.metaKey) || !isSafeLink(href)) return false;
            window.open(href, '_blank', 'noopener');
            return true;
          },
        },
      }),
    ];
  },
});

function openDetails(editor: Editor, pos: number): boolean {
  const name = editor.state.doc.nodeAt(pos)?.type.name;
  if (name === 'footnote') openFootnote(editor, pos);
  else if (name === 'image') openPictureDetails(editor, pos);
  else return false;
  return true;
}
