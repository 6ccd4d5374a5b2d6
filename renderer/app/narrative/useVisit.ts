import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useState } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import type { OpenPart } from './openPart';

/** Goes to a part and does something in its text as soon as that is bound. */
export type Visit = (part: PartKey, run: (editor: Editor) => void) => void;

/** Visits to other parts, at most one under way. */
export function useVisit({ part, editor, goTo }: Pick<OpenPart, 'part' | 'editor' | 'goTo'>): Visit {
  const [pending, setPending] = useState<{ part: PartKey; run: (editor: Editor) => void } | null>(null);
  useEffect(() => {
    if (!pending || !editor || pending.part !== part) return;
    setPending(null);
    pending.run(editor);
  }, [pending, editor, part]);
  return useCallback(
    (next, run) => {
      setPending({ part: next, run });
      goTo(next);
    },
    [goTo],
  );
}
