import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { PartKey } from '../../../core/narrative/parts';
import { KnownQuestions } from './knownQuestions';
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
    const questions = new KnownQuestions(options);
    const drawing = new Plugin({
      key: new PluginKey('unwrittenPlaces'),
      props: { nodeViews: { unwritten: (node) => new UnwrittenView({ node, editor, questions, views }) } },
      view: () => watchQuestions(questions, views),
    });
    const { doc } = options;
    return options.part === 'internalFaq' && doc ? [drawing, waitingPlugin({ ...options, doc })] : [drawing];
  },
});

/** Another window may answer or delete the question meanwhile. */
function watchQuestions(questions: KnownQuestions, views: ReadonlySet<UnwrittenView>) {
  const stop = questions.watch(() => {
    for (const view of views) view.draw();
  });
  return { destroy: stop };
}
