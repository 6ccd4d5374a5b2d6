import type { EvidenceRecord } from '../../evidence/evidenceRecord';
import { evidenceRuns } from '../../evidence/evidenceRuns';
import type { MarkRun } from '../../narrative/markRuns';
import { plainText } from '../../narrative/plainText';
import { stringAttr } from '../../narrative/richText';
import { promiseRuns } from '../../thread/promiseRuns';
import type { SourceLine } from '../sourceLines';
import type { Anchors } from '../thread/anchors';
import { isReference, type ReferencesOf } from '../thread/references';
import { markEnds } from './markEnds';
import type { ReadingMark, ReadingNode } from './readingNode';

/** What is said behind words, and by whom. */
export interface Annotating {
  records: Readonly<Record<string, EvidenceRecord>>;
  lineOf: SourceLine;
  /** What stands behind the words of a promise. */
  referencesOf: ReferencesOf;
  anchors: Anchors;
}

/**
 * A text as it is printed: fields are their values, each claim has its source as a footnote where it ends, each
 * promise what keeps it. Their marks are kept, with a name to lead to, where they begin.
 */
export function toReadableText(
  doc: ReadingNode,
  { records, lineOf, referencesOf, anchors }: Annotating,
): ReadingNode {
  const noteAfter = atLastRun(doc, evidenceRuns, ({ id }) => {
    const record = Object.hasOwn(records, id) ? (records[id] ?? null) : null;
    return [{ type: 'footnote', attrs: { text: lineOf(record) } }];
  });
  const keptBy = atLastRun(doc, promiseRuns, ({ id }) => referencesOf(id));
  const read = (node: ReadingNode, isUnderHeading = false): ReadingNode => {
    if (!node.content) return toText(node, anchors);
    const inTitle = isUnderHeading || isTitle(node);
    const noted = markEnds(node.content, evidenceRuns(node.content), noteAfter);
    // A heading is said again in contents and bookmarks, where references would be noise.
    const content = inTitle ? noted : notesFirst(markEnds(noted, promiseRuns(noted), keptBy));
    return { ...node, content: content.map((child) => read(child, inTitle)) };
  };
  return read(doc);
}

/** A footnote's number stands right behind its words, and references to what keeps a promise behind that. */
function notesFirst(line: readonly ReadingNode[]): ReadingNode[] {
  const sorted: ReadingNode[] = [];
  for (const node of line) {
    const place =
      node.type === 'footnote' ? sorted.findLastIndex((one) => !saysReference(one)) + 1 : sorted.length;
    sorted.splice(place, 0, node);
  }
  return sorted;
}

const saysReference = ({ marks }: ReadingNode): boolean => marks?.some(isReference) ?? false;

const isTitle = (node: ReadingNode): boolean =>
  node.type === 'title' ||
  node.type === 'faqQuestion' ||
  node.type === 'heading' ||
  (node.type === 'section' && stringAttr(node, 'key') === 'heading');

/** What is said once about a record, behind the last of the stretches that carry its id. */
function atLastRun(
  doc: ReadingNode,
  runsOf: (line: readonly ReadingNode[]) => MarkRun[],
  say: (run: MarkRun) => ReadingNode[],
): (run: MarkRun) => ReadingNode[] {
  const left = new Map<string, number>();
  const count = (node: ReadingNode): void => {
    for (const { id } of runsOf(node.content ?? [])) left.set(id, (left.get(id) ?? 0) + 1);
    node.content?.forEach(count);
  };
  count(doc);
  return (run) => {
    const others = (left.get(run.id) ?? 1) - 1;
    left.set(run.id, others);
    return others > 0 ? [] : say(run);
  };
}

function toText(node: ReadingNode, anchors: Anchors): ReadingNode {
  const { marks: given, ...bare } = node;
  const isWords = node.type === 'text' && (node.text ?? '').trim() !== '';
  const marks = (given ?? []).flatMap((mark): ReadingMark[] => {
    if (mark.type !== 'evidence' && mark.type !== 'promise') return [mark];
    const id = typeof mark.attrs?.id === 'string' ? mark.attrs.id : '';
    const anchor = isWords ? anchors.take(mark.type, id) : '';
    return anchor === '' ? [] : [{ type: mark.type, attrs: { anchor } }];
  });
  const kept = marks.length === 0 ? bare : { ...bare, marks };
  if (node.type !== 'fact') return kept;
  return { type: 'text', text: plainText(node), ...(marks.length === 0 ? {} : { marks }) };
}
