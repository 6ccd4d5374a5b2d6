import type { Editor } from '@tiptap/core';
import { useCallback, useRef, useState } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import { followPromise, unfollowPromise } from '../../editor/promise/promiseCommands';
import type { LiveContent } from '../../editor/session/liveContent';
import { showToast } from '../../ui/showToast';
import { useCommand } from '../commands/CommandProvider';
import type { CoachDesk } from './useCoachDesk';
import type { Layout } from './useLayout';

/** How the key for promises asks the panel for its search. */
export interface ThreadFocus {
  /** Counts up with each wish. */
  focusRequest: number;
  /** True once for each wish. */
  takesFocus: () => boolean;
  /** Opens the panel at the thread, with the focus in its search. */
  seek: () => void;
}

interface ThreadKeysSetup {
  editor: Editor | null;
  part: PartKey;
  live: LiveContent;
  layout: Layout;
  onTab: CoachDesk['onTab'];
}

/**
 * The key of the golden thread. In the release it marks the words at the caret as a promise; at a promise, and in every
 * other part, it goes to the search that links what stands at the caret.
 */
export function useThreadKeys({ editor, part, live, layout, onTab }: ThreadKeysSetup): ThreadFocus {
  const isWanted = useRef(false);
  const [focusRequest, setFocusRequest] = useState(0);
  const takesFocus = useCallback(() => {
    const wanted = isWanted.current;
    isWanted.current = false;
    return wanted;
  }, []);
  const seek = () => {
    isWanted.current = true;
    layout.openPanel();
    onTab('thread');
    setFocusRequest((count) => count + 1);
  };
  const follow = (opened: Editor) => {
    if (part !== 'release') return seek();
    const found = followPromise(opened);
    if (!found) return;
    live.catchUp();
    if (!found.isNew) return seek();
    onTab('thread');
    showToast({
      message: 'Promise followed. The same key links it',
      action: { label: 'Undo', run: () => opened.isDestroyed || unfollowPromise(opened, found.id) },
    });
  };
  useCommand('edit.promise', editor && (() => follow(editor)));
  return { focusRequest, takesFocus, seek };
}
