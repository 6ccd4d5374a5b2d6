import { Fragment, type Mark, type Node } from 'prosemirror-model';

/** Marks that lead to a card or a promise. What comes back from other programs has lost them; nobody took them out. */
const recordMarks: ReadonlySet<string> = new Set(['evidence', 'promise']);

const isRecordMark = (mark: Mark): boolean => recordMarks.has(mark.type.name);

/** The same nodes without marks of records, however deep. */
export function withoutRecordMarks(nodes: Fragment): Fragment {
  return mapTexts(nodes, (text) => text.mark(text.marks.filter((mark) => !isRecordMark(mark))));
}

/** True where any text below carries one. */
export function hasRecordMarks(nodes: Fragment): boolean {
  let isFound = false;
  nodes.descendants((node) => {
    isFound ||= node.marks.some(isRecordMark);
    return !isFound;
  });
  return isFound;
}

/** New words in place of others, with the marks of records that all of the others had. */
export function withRecordMarksOf(others: Fragment, words: Fragment): Fragment {
  const [first, ...rest] = textsIn(others);
  const shared = (first?.marks ?? []).filter(
    (mark) => isRecordMark(mark) && rest.every((text) => mark.isInSet(text.marks)),
  );
  if (shared.length === 0) return words;
  return mapTexts(words, (text) =>
    text.mark(shared.reduce((marks, mark) => mark.addToSet(marks), text.marks)),
  );
}

function textsIn(nodes: Fragment): Node[] {
  const texts: Node[] = [];
  nodes.descendants((node) => {
    if (node.isText) texts.push(node);
  });
  return texts;
}

function mapTexts(nodes: Fragment, map: (text: Node) => Node): Fragment {
  return Fragment.fromArray(
    nodes.content.map((node) => (node.isText ? map(node) : node.copy(mapTexts(node.content, map)))),
  );
}
