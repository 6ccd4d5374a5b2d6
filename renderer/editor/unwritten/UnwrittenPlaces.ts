import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { partFragment } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { leaveBelow, leaveFrame } from './unwrittenCommands';
import { type UnwrittenOptions, unwrittenName } from './unwrittenOptions';
import { UnwrittenView } from './unwrittenView';
import { waitingPlugin } from './waitingManuals';
import './unwritten.css';

/** Shows what could not be written yet with its question, and in the internal FAQ what each question holds up. */
export const UnwrittenPlaces = Extension.create<UnwrittenOptions & { part: PartKey }>({
  name: unwrittenName,
  // Before Enter and Backspace mean what they mean in ordinary text.
  priority: 1120,
  addOptions: () => ({ doc: null, part: 'release' as PartKey, onGo: () => undefined }),
  addKeyboardShortcuts() {
    const { editor } = this;
    return { Enter: () => leaveBelow(editor), Backspace: () => leaveFrame(editor) };
  },
  addProseMirrorPlugins() {
    const { editor, options } = this;
    const views = new Set<UnwrittenView>();
    const drawing = new Plugin({
      key: new PluginKey('unwrittenPlaces'),
      props: { nodeViews: { unwritten: (node) => new UnwrittenView({ node, editor, options, views }) } },
      view: () => watchQuestions(options.doc, views),
    });
    const { doc } = options;
    return options.part === 'internalFaq' && doc ? [drawing, waitingPlugin({ ...options, doc })] : [drawing];
  },
});

/** Another window may answer or delete the question meanwhile. */
function watchQuestions(doc: Y.Doc | null, views: ReadonlySet<UnwrittenView>) {
  if (!doc) return {};
  const questions = partFragment(doc, 'internalFaq');
  const onChange = () => {
    for (const view of views) view.draw();
  };
  questions.observeDeep(onChange);
  return { destroy: () => questions.unobserveDeep(onChange) };
}
