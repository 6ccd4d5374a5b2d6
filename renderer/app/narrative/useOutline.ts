import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { type OutlineEntry, watchOutline } from '../../editor/outline';
import type { RailPlace } from '../../features/rail/Rail';

const nouns: Partial<Record<OutlineEntry['kind'], string>> = {
  useCase: 'Use case',
  step: 'Step',
  manual: 'Manual',
};

/** The places of the open part for the rail. Questions are left out: they are too many for a rail. */
export function useOutline(editor: Editor | null): readonly RailPlace[] {
  const [places, setPlaces] = useState<readonly RailPlace[]>([]);
  useEffect(() => {
    if (!editor) return setPlaces([]);
    return watchOutline(editor, (outline) => setPlaces(toPlaces(outline)));
  }, [editor]);
  return places;
}

function toPlaces(outline: readonly OutlineEntry[]): RailPlace[] {
  return outline
    .filter(({ kind }) => kind !== 'faqItem' && kind !== 'heading')
    .map(({ key, title, kind, depth, isEmpty }) => ({
      key,
      depth,
      isEmpty,
      title: title.trim() === '' ? (nouns[kind] ?? key) : title,
    }));
}
