import { markRuns, type RecordMarkName } from './markRuns';
import { plainText } from './plainText';
import { type RichNode, stringAttr } from './richText';

/** Words of one line that carry one id, with where they stand. */
export interface MarkedWords {
  id: string;
  /** Section key or item id, as the outline names it; '' for the start of the part. */
  section: string;
  words: string;
}

const known: Readonly<Record<RecordMarkName, WeakMap<RichNode, readonly MarkedWords[]>>> = {
  evidence: new WeakMap(),
  promise: new WeakMap(),
};

/** The words that a mark covers in a top-level node, in reading order; the same object is not read again. */
export function markedWordsIn(node: RichNode, mark: RecordMarkName): readonly MarkedWords[] {
  const kept = known[mark].get(node);
  if (kept) return kept;
  const found: MarkedWords[] = [];
  const visit = (parent: RichNode, section: string): void => {
    const children = parent.content ?? [];
    for (const { id, from, to } of markRuns(children, mark)) {
      found.push({ id, section, words: children.slice(from, to).map(plainText).join('').trim() });
    }
    for (const child of children) if (child.content) visit(child, sectionIn(child, section));
  };
  visit(node, sectionIn(node, ''));
  known[mark].set(node, found);
  return found;
}

/** Words that were parted, as one quotation. */
export const joinParted = (...pieces: readonly string[]): string => pieces.filter(Boolean).join(' … ');

const placeNodes: ReadonlySet<string> = new Set(['faqItem', 'useCase', 'step', 'manual']);

/** The section that a node's children stand in, as the outline names it, given the one the node stands in. */
export function sectionIn(node: RichNode, section: string): string {
  if (node.type === 'section') {
    const key = stringAttr(node, 'key');
    return section === '' ? key : `${section}/${key}`;
  }
  const id = placeNodes.has(node.type) ? stringAttr(node, 'id') : '';
  return id === '' ? section : id;
}
