import type { EditorState } from '@tiptap/pm/state';

/** A stretch of the document. */
export interface WordRange {
  from: number;
  to: number;
}

/** What would be marked now: the selection without the space around it, else the number or sentence at the caret. */
export const claimedWords = (state: EditorState): WordRange | null =>
  wordsHere(state, (text, offset) => numberAt(text, offset) ?? sentenceAt(text, offset));

/** The selection without the space around it, else the sentence at the caret. */
export const sentenceHere = (state: EditorState): WordRange | null => wordsHere(state, sentenceAt);

function wordsHere(
  { selection, doc }: EditorState,
  findAt: (text: string, offset: number) => WordRange | null,
): WordRange | null {
  const { $from, $to, from, to, empty } = selection;
  if ($from.parent.type.spec.code || !$from.parent.inlineContent || !$to.parent.inlineContent) return null;
  if (!empty) {
    const text = doc.textBetween(from, to, '\n', '\ufffc');
    const lead = text.length - text.trimStart().length;
    const trail = text.length - text.trimEnd().length;
    // A selection over several blocks counts positions between them, so it is taken as it is.
    const isOneLine = $from.sameParent($to);
    if (text.replaceAll('\ufffc', '').trim() === '') return null;
    return isOneLine ? { from: from + lead, to: to - trail } : { from, to };
  }
  const text = $from.parent.textBetween(0, $from.parent.content.size, '', '\ufffc');
  const found = findAt(text, $from.parentOffset);
  return found && { from: $from.start() + found.from, to: $from.start() + found.to };
}

const numbers =
  /[£$€¥]?\d[\d.,:]*\d?(?:\s?(?:%|percent|per cent|million|billion|thousand|kg|km|GB|MB|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?![\p{L}]))?/gu;

function numberAt(text: string, offset: number): WordRange | null {
  for (const match of text.matchAll(numbers)) {
    const words = match[0].replace(/[.,:]+$/, '');
    const to = match.index + words.length;
    if (match.index <= offset && offset <= to) return { from: match.index, to };
  }
  return null;
}

function sentenceAt(text: string, offset: number): WordRange | null {
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)];
  const sentence = sentences.findLast(({ index }) => index <= offset);
  const words = sentence?.segment ?? '';
  if (!sentence || words.trim() === '') return null;
  const lead = words.length - words.trimStart().length;
  return { from: sentence.index + lead, to: sentence.index + words.trimEnd().length };
}
