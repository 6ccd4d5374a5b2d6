import type { RichNode } from '../narrative/richText';

/** Neighbours in one line of text that carry the same claim; `to` is the index after the last of them. */
export interface EvidenceRun {
  id: string;
  from: number;
  to: number;
}

/**
 * The claims in a line's inline nodes, in order. Footnotes, fields and breaks cannot carry a mark in the shared
 * document, so those between two pieces of one claim belong to it.
 */
export function evidenceRuns(inlines: readonly RichNode[]): EvidenceRun[] {
  const runs: EvidenceRun[] = [];
  inlines.forEach((node, index) => {
    const id = claimId(node);
    const last = runs.at(-1);
    if (id === null) return;
    if (last?.id === id && inlines.slice(last.to, index).every(({ type }) => type !== 'text'))
      last.to = index + 1;
    else runs.push({ id, from: index, to: index + 1 });
  });
  return runs;
}

/** Id of the source card that a piece of text carries; null where it carries none. */
export function claimId(node: RichNode): string | null {
  if (node.type !== 'text') return null;
  const id = node.marks?.find((mark) => mark.type === 'evidence')?.attrs?.id;
  return typeof id === 'string' && id !== '' ? id : null;
}
