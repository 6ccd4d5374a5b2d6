import type { EvidenceRecord } from '../../evidence/evidenceRecord';
import { evidenceRuns } from '../../evidence/evidenceRuns';
import type { MarkRun } from '../../narrative/markRuns';
import { plainText } from '../../narrative/plainText';
import type { RichNode } from '../../narrative/richText';
import type { SourceLine } from '../sourceLines';

/** A text as it is printed: fields are their values, and each claim has its source as a footnote where it ends. */
export function toReadableText(
  doc: RichNode,
  records: Readonly<Record<string, EvidenceRecord>>,
  lineOf: SourceLine,
): RichNode {
  const left = new Map<string, number>();
  const count = (node: RichNode): void => {
    for (const { id } of evidenceRuns(node.content ?? [])) left.set(id, (left.get(id) ?? 0) + 1);
    node.content?.forEach(count);
  };
  count(doc);
  const noteAfter = ({ id }: MarkRun): RichNode[] => {
    const others = (left.get(id) ?? 1) - 1;
    left.set(id, others);
    if (others > 0) return [];
    const record = Object.hasOwn(records, id) ? (records[id] ?? null) : null;
    return [{ type: 'footnote', attrs: { text: lineOf(record) } }];
  };
  const read = (node: RichNode): RichNode => {
    if (!node.content) return toText(node);
    return { ...node, content: withNotes(node.content, noteAfter).map(read) };
  };
  return read(doc);
}

function withNotes(line: readonly RichNode[], noteAfter: (run: MarkRun) => RichNode[]): RichNode[] {
  const ends = new Map(evidenceRuns(line).map((run) => [run.to, run]));
  return line.flatMap((node, index) => {
    const before = ends.get(index);
    const after = index === line.length - 1 ? ends.get(index + 1) : undefined;
    const [closing, rest] = before ? splitClosing(node) : [[], [node]];
    return [...closing, ...(before ? noteAfter(before) : []), ...rest, ...(after ? noteAfter(after) : [])];
  });
}

/** A note stands behind the punctuation that closes its words. */
function splitClosing(node: RichNode): [closing: RichNode[], rest: RichNode[]] {
  const text = node.type === 'text' ? (node.text ?? '') : '';
  const length = /^[.,;:!?…”’")\]]*/u.exec(text)?.[0].length ?? 0;
  if (length === 0) return [[], [node]];
  const rest = length === text.length ? [] : [{ ...node, text: text.slice(length) }];
  return [[{ ...node, text: text.slice(0, length) }], rest];
}

function toText(node: RichNode): RichNode {
  const { marks: given, ...bare } = node;
  const marks = given?.filter(({ type }) => type !== 'evidence') ?? [];
  const kept = marks.length === 0 ? bare : { ...bare, marks };
  if (node.type !== 'fact') return kept;
  return { type: 'text', text: plainText(node), ...(marks.length === 0 ? {} : { marks }) };
}
