import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import { showPageLines } from '../../editor/pages/PageLines';
import type { OpenSession } from '../../editor/session/openSession';
import { useAfterSave } from './useAfterSave';

/** Draws in the release where its printed pages begin, anew after each save that is followed by a pause. */
export function usePageLines(session: OpenSession, part: PartKey, editor: Editor | null): void {
  const breaks = useAfterSave('narratives.gauge', session).data?.releaseBreaks;
  useEffect(() => {
    if (part === 'release' && editor && breaks) showPageLines(editor, breaks);
  }, [part, editor, breaks]);
}
