import type { RichMark, RichNode } from '../../narrative/richText';

/** What stands behind words and says something about them. */
export type Annotation =
  /** The words before it are a claim; without `words`, the sentence before it is. */
  | { type: 'claim'; id: string; words: string | null }
  /** The words before it are a promise of the release. */
  | { type: 'promise'; id: string; words: string }
  /** The picture before it, or these words, stand for a screen. */
  | { type: 'screenName'; id: string; words: string }
  /** The words before it are the value of a fact. */
  | { type: 'field'; key: string; value: string };

export type ReadInline = RichNode | Annotation;

/** Stands for a footnote, field or line break among a claim's words. */
export const placeholderOfAtom = '\ufffc';

/** Gives words what is said right behind them. What does not fit its words any more changes nothing but marks. */
export function applyAnnotations(read: readonly ReadInline[]): RichNode[] {
  let done: RichNode[] = [];
  for (const next of read) {
    if (next.type === 'claim') done = markClaim(done, next.id, next.words);
    else if (next.type === 'promise') done = markPromise(done, next.id, next.words);
    else if (next.type === 'screenName') done = makeScreen(done, next.id, next.words);
    else if (next.type === 'field') done = makeField(done, next.key, next.value);
    else done.push(next);
  }
  return done;
}

function markClaim(line: readonly RichNode[], id: string, words: string | null): RichNode[] {
  const cut = (words ? cutWords(line, words) : null) ?? cutSentence(line);
  const mark: RichMark = { type: 'evidence', attrs: { id } };
  return [...cut.before, ...cut.words.map((node) => withRecord(node, mark))];
}

/** Words that were changed since are no promise any more: nobody can say which of them still are. */
function markPromise(line: readonly RichNode[], id: string, words: string): RichNode[] {
  const cut = cutWords(line, words);
  if (!cut) return [...line];
  const mark: RichMark = { type: 'promise', attrs: { id } };
  return [...cut.before, ...cut.words.map((node) => withRecord(node, mark))];
}

/** Only text carries marks, code no other one, and words that have such a mark already keep that one. */
function withRecord(node: RichNode, mark: RichMark): RichNode {
  const isClosed =
    node.type !== 'text' || node.marks?.some(({ type }) => type === 'code' || type === mark.type);
  return isClosed ? node : { ...node, marks: [...(node.marks ?? []), mark] };
}

function makeScreen(line: readonly RichNode[], id: string, words: string): RichNode[] {
  const screen: RichNode = { type: 'screen', attrs: { id } };
  if (line.at(-1)?.type === 'image') return [...line.slice(0, -1), screen];
  return [...((words === '' ? null : cutWords(line, words))?.before ?? line), screen];
}

/** True for what stands among words while a text is read and becomes a block of its own. */
export const isPicture = ({ type }: RichNode): boolean => type === 'image' || type === 'screen';

function makeField(line: readonly RichNode[], key: string, value: string): RichNode[] {
  const cut = value === '' ? null : cutWords(line, value);
  if (!cut || cut.words.some(({ type }) => type !== 'text')) return [...line];
  return [...cut.before, { type: 'fact', attrs: { key, value } }];
}

interface Cut {
  before: RichNode[];
  words: RichNode[];
}

/** Splits a line before its last words; null when it does not end with them. */
function cutWords(line: readonly RichNode[], words: string): Cut | null {
  let left = words;
  for (let index = line.length - 1; index >= 0; index -= 1) {
    const node = line[index];
    const text = node ? textOf(node) : '';
    if (node && text.length > left.length && text.endsWith(left))
      return cutAt(line, index, text.length - left.length);
    if (text === '' || !left.endsWith(text)) return null;
    left = left.slice(0, left.length - text.length);
    if (left === '') return cutAt(line, index, 0);
  }
  return null;
}

/** Splits a line before its last sentence. */
function cutSentence(line: readonly RichNode[]): Cut {
  for (let index = line.length - 1; index >= 0; index -= 1) {
    const node = line[index];
    if (!node || isPicture(node) || node.type === 'hardBreak') return cutAt(line, index + 1, 0);
    const ends = [
      ...textOf(node)
        .trimEnd()
        .matchAll(/[.!?…]["”’)]*\s+/gu),
    ];
    const last = ends.at(-1);
    if (last) return cutAt(line, index, last.index + last[0].length);
  }
  return cutAt(line, 0, 0);
}

function cutAt(line: readonly RichNode[], index: number, offset: number): Cut {
  const node = line[index];
  if (!node || offset === 0) return { before: line.slice(0, index), words: line.slice(index) };
  const text = node.text ?? '';
  return {
    before: [...line.slice(0, index), { ...node, text: text.slice(0, offset) }],
    words: [{ ...node, text: text.slice(offset) }, ...line.slice(index + 1)],
  };
}

const textOf = (node: RichNode) => (node.type === 'text' ? (node.text ?? '') : placeholderOfAtom);
