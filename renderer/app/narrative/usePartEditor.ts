import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useState } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import { goToSection } from '../../editor/outline';
import type { OpenSession } from '../../editor/session/openSession';

/** The editor of the open part, null until it is bound; goes to the section the address names. */
export function usePartEditor(session: OpenSession, part: PartKey, section: string | undefined) {
  const [bound, setBound] = useState<{ editor: Editor; part: PartKey } | null>(null);
  const onEditor = useCallback((editor: Editor) => setBound({ editor, part }), [part]);
  const editor = bound?.part === part && !bound.editor.isDestroyed ? bound.editor : null;
  useEffect(() => {
    if (editor && section) goToSection(editor, section);
  }, [editor, section]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another narrative has other editors
  useEffect(() => () => setBound(null), [session]);
  return { editor, onEditor };
}
