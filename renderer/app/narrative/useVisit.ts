import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useState } from 'react';
import { isFeasibilityOpen } from '../../../core/narrative/partState';
import type { PartKey } from '../../../core/narrative/parts';
import type { OpenPart } from './openPart';

/** Goes to a part and does something in its text as soon as that is bound; to a locked part it only goes. */
export type Visit = (part: PartKey, run: (editor: Editor) => void) => void;

interface PendingVisit {
  part: PartKey;
  /** The part it was asked for in. */
  from: PartKey;
  run: (editor: Editor) => void;
}

/** Visits to other parts, at most one under way. */
export function useVisit({
  content,
  part,
  editor,
  goTo,
}: Pick<OpenPart, 'content' | 'part' | 'editor' | 'goTo'>): Visit {
  const [pending, setPending] = useState<PendingVisit | null>(null);
  useEffect(() => {
    if (!pending) return;
    const step = visitStep(pending, { part, isBound: editor !== null });
    if (step !== 'wait') setPending(null);
    if (step === 'run' && editor) pending.run(editor);
  }, [pending, editor, part]);
  const isLocked = !isFeasibilityOpen(content);
  return useCallback(
    (next, run) => {
      // A gate has no text; whoever opens it later no longer waits for this jump.
      setPending(next === 'feasibility' && isLocked ? null : { part: next, from: part, run });
      goTo(next);
    },
    [goTo, part, isLocked],
  );
}

/** What becomes of a visit now: somebody who went elsewhere meanwhile must not be jumped about later. */
export function visitStep(
  pending: Pick<PendingVisit, 'part' | 'from'>,
  now: { part: PartKey; isBound: boolean },
): 'run' | 'wait' | 'drop' {
  if (now.part === pending.part) return now.isBound ? 'run' : 'wait';
  return now.part === pending.from ? 'wait' : 'drop';
}
