import type { Node as ProseMirrorNode } from '@tiptap/pm/model';

export interface Match {
  from: number;
  to: number;
}

export interface FindQuery {
  /** Literal text; never a pattern. */
  text: string;
  matchCase: boolean;
}

/**
 * Every place where the words stand, in order; within one paragraph, over marks, never overlapping. With a
 * range, only paragraphs that it touches are searched.
 */
export function findMatches(doc: ProseMirrorNode, query: FindQuery, range?: Match): Match[] {
  if (query.text === '') return [];
  const pattern = new RegExp(escapePattern(query.text), query.matchCase ? 'gu' : 'giu');
  const matches: Match[] = [];
  doc.nodesBetween(range?.from ?? 0, range?.to ?? doc.content.size, (node, pos) => {
    if (!node.isTextblock) return true;
    // One placeholder for each inline atom keeps offsets equal to positions and can never be typed.
    const text = node.textBetween(0, node.content.size, undefined, '\uffff');
    for (const found of text.matchAll(pattern)) {
      const from = pos + 1 + found.index;
      matches.push({ from, to: from + found[0].length });
    }
    return false;
  });
  return matches;
}

/** The text as a pattern that matches exactly itself. */
function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
