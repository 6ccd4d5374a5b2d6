import type { Editor } from '@tiptap/core';
import { startTransition, useEffect, useState } from 'react';
import type { briefSections } from '../../../core/narrative/parts';
import { type OutlineEntry, watchOutline } from '../../editor/outline';
import type { RailPlace } from '../../features/rail/Rail';

const nouns: Partial<Record<OutlineEntry['kind'], string>> = {
  useCase: 'Use case',
  step: 'Step',
  manual: 'Manual',
};

/** The customer questions are whole sentences on the sheet; the rail has room for a word. */
const briefNames: Readonly<Record<(typeof briefSections)[number]['key'], string>> = {
  customer: 'Customer',
  customerProblem: 'Problem',
  benefit: 'Benefit',
  need: 'How you know',
  journey: 'Experience',
  measure: 'Test and measure',
};
const isBriefKey = (key: string): key is keyof typeof briefNames => Object.hasOwn(briefNames, key);

/** The places of the open part for the rail. Questions are left out: they are too many for a rail. */
export function useOutline(editor: Editor | null): readonly RailPlace[] {
  const [places, setPlaces] = useState<readonly RailPlace[]>([]);
  useEffect(() => {
    if (!editor) return setPlaces([]);
    return watchOutline(editor, (outline) => {
      const found = toPlaces(outline);
      startTransition(() => setPlaces((known) => (isSame(known, found) ? known : found)));
    });
  }, [editor]);
  return places;
}

function isSame(known: readonly RailPlace[], found: readonly RailPlace[]): boolean {
  return JSON.stringify(known) === JSON.stringify(found);
}

function toPlaces(outline: readonly OutlineEntry[]): RailPlace[] {
  return outline
    .filter(({ kind }) => kind !== 'faqItem' && kind !== 'heading')
    .map(({ key, title, kind, depth, isEmpty }) => ({
      key,
      depth,
      isEmpty,
      title: nameOf(key, kind, title.trim()),
    }));
}

function nameOf(key: string, kind: OutlineEntry['kind'], title: string): string {
  if (isBriefKey(key)) return briefNames[key];
  return title === '' ? (nouns[kind] ?? key) : title;
}
