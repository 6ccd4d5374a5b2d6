import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/** Sections of a manual that things are added to. */
export type ManualSectionKey = 'concepts' | 'howTo' | 'reference';

/** A manual where it stands now. */
export interface PlacedManual {
  node: ProseMirrorNode;
  pos: number;
}

/** The manual with this id; null when it is gone. */
export function manualById(doc: ProseMirrorNode, id: string): PlacedManual | null {
  const found: PlacedManual[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name === 'manual' && node.attrs.id === id) found.push({ node, pos });
  });
  return found[0] ?? null;
}

/**
 * Puts blocks at the end of a section; an empty section takes them instead of its empty line. Answers where the
 * first of them begins, or null when the manual has lost the section.
 */
export function appendToSection(
  tr: Transaction,
  { node: manual, pos }: PlacedManual,
  { key, blocks }: { key: ManualSectionKey; blocks: readonly ProseMirrorNode[] },
): number | null {
  let start: number | null = null;
  manual.forEach((section, offset) => {
    if (start !== null || section.type.name !== 'section' || section.attrs.key !== key) return;
    const from = pos + 1 + offset + 1;
    const isEmpty =
      section.childCount === 1 && section.firstChild?.content.size === 0 && !section.firstChild.isAtom;
    const isLine = isEmpty && section.firstChild?.type.name === 'paragraph';
    start = isLine ? from : from + section.content.size;
    tr.replaceWith(start, from + section.content.size, blocks);
  });
  return start;
}
