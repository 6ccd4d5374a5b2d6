import type { Heading, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { textOf } from '../markdown/textOf';
import { boldLength, isWholly, paragraphAfter, paragraphBefore } from './inlines';

const questionMark = String.raw`(?:¶\s*\d+\s*[—–-]\s*)?`;
const questionLabel = new RegExp(
  `^\\s*${questionMark}(?:q(?:uestion)?\\s*-?#?\\s*\\d*(?:\\.\\d+)?\\s*[:.)–—-]|f(?:rage)?\\s*\\d*\\s*:|\\[q\\]\\s*:?|q\\d+\\s+)\\s*(?=\\S)`,
  'iu',
);
const answerLabel =
  /^\s*(?:a(?:nswer)?\s*-?#?\s*\d*(?:\.\d+)?\s*[:)–—]|a\d*\.\s|antwort\s*\d*\s*:|r(?:éponse)?\s*:|\[a\]\s*:?)\s*(?=\S)/iu;
const numbering = /^\s*(?:\(?\d{1,3}(?:\.\d{1,2})?[.):]|[ivx]{1,4}[.)]|[•*>–-])\s+(?=\S)/iu;
const askingWord =
  /^(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|do|does|did|can|could|will|would|should|may|might|has|have|had|am|if|wer|wen|wem|was|wann|wo|woher|wohin|warum|wieso|welche[rsn]?|wie|ist|sind|kann|können|muss|müssen|darf|gibt|wird|werden|hat|haben|brauche|funktioniert|qui|que|quoi|quand|où|pourquoi|quel(?:le)?s?|comment|combien|est-ce)\b/iu;

const initials = /^\s*[qa]\.\s?\p{L}\./iu;

/** A question with what stands in the same block as its answer. */
export interface QuestionShape {
  question: PhrasingContent[];
  answer: Paragraph | null;
}

/** How many characters `Q:` and its like take up; 0 when a text does not begin so. */
export function questionLabelLength(text: string): number {
  const match = initials.test(text) ? null : questionLabel.exec(text);
  return match && (!/^\s*q\S*[–—-]/i.test(match[0]) || text.includes('?')) ? match[0].length : 0;
}

/** How many characters `A:` and its like take up; 0 when a text does not begin so. */
export const answerLabelLength = (text: string): number =>
  initials.test(text) ? 0 : (answerLabel.exec(text)?.[0].length ?? 0);

export const numberingLength = (text: string): number => numbering.exec(text)?.[0].length ?? 0;

/** True for a line that asks and does nothing else. */
export function isQuestionLine(text: string): boolean {
  const line = text.trim();
  return (
    line.length <= 260 && /[?？][”"’')\]*_]*$/.test(line) && !/[?.!]\s+\S.{40,}/u.test(line.slice(0, -1))
  );
}

/** A paragraph that `Q:` begins. */
export function labelledQuestion({ children }: Paragraph, text: string): QuestionShape | null {
  const length = questionLabelLength(text);
  if (length === 0) return null;
  return withoutAnswer(paragraphAfter(children, length));
}

/** A paragraph that is a question by its looks alone; only asked where questions are expected. */
export function shapedQuestion(node: Paragraph, text: string): QuestionShape | null {
  const { children } = node;
  const start = numberingLength(text);
  if (isWholly('strong', children) && text.length <= 300)
    return { question: paragraphAfter(children, start).children, answer: null };
  if (isQuestionLine(text)) return { question: paragraphAfter(children, start).children, answer: null };
  const body = start === 0 ? node : paragraphAfter(children, start);
  const bold = boldLength(body.children);
  const words = textOf(body);
  if (
    bold > 0 &&
    /[?？:.]\s*$/.test(words.slice(0, bold)) &&
    (start > 0 || /[?？]\s*$/.test(words.slice(0, bold)))
  )
    return cutQuestion(body, bold);
  return askingWord.test(words) ? withoutAnswer(body, true) : null;
}

/** The question that a paragraph begins with, parted from what follows in the same paragraph. */
function withoutAnswer(node: Paragraph, isRequired: true): QuestionShape | null;
function withoutAnswer(node: Paragraph): QuestionShape;
function withoutAnswer(node: Paragraph, isRequired = false): QuestionShape | null {
  const text = textOf(node);
  const end = /^[^?？\n]{3,220}[?？][”"’')\]*_]*(?=\s+\S)/u.exec(text)?.[0].length ?? 0;
  if (end > 0 && text.slice(end).trim().length > 0) return cutQuestion(node, end);
  return isRequired ? null : { question: node.children, answer: null };
}

function cutQuestion({ children }: Paragraph, offset: number): QuestionShape {
  const answer = paragraphAfter(children, offset);
  const text = textOf(answer);
  const label = answerLabelLength(text) || (/^\s*[:–—-]\s*/.exec(text)?.[0].length ?? 0);
  const cut = label === 0 ? answer : paragraphAfter(answer.children, label);
  return {
    question: paragraphBefore(children, offset).children,
    answer: cut.children.length === 0 ? null : cut,
  };
}

export interface QuestionGroup {
  question: PhrasingContent[];
  answer: RootContent[];
}

/** A list whose items are questions, each with its answer below or behind it; null for any other list. */
export function questionsOfList(list: List): QuestionGroup[] | null {
  const groups = list.children.map(questionOfItem);
  const asked = groups.filter((group) => group !== null);
  return asked.length > 0 && asked.length === groups.length ? asked : null;
}

function questionOfItem(item: ListItem): QuestionGroup | null {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return null;
  const node: Paragraph = { type: 'paragraph', children: first.children };
  const text = textOf(node);
  const hasQuestion =
    /[?？]/.test(text) || (others.length > 0 && (text.length < 120 || boldLength(node.children) > 0));
  if (!hasQuestion) return null;
  const label = questionLabelLength(text);
  const body = label === 0 ? node : paragraphAfter(node.children, label);
  const shape = label > 0 ? withoutAnswer(body) : shapedQuestion(body, textOf(body));
  if (shape === null && others.length === 0) return null;
  const { question, answer } = shape ?? { question: body.children, answer: null };
  return { question, answer: [...(answer ? [answer] : []), ...others] as RootContent[] };
}

/** A table of questions and answers; its head is kept as a first pair unless it only names the columns. */
export function questionsOfTable(table: Table): QuestionGroup[] | null {
  const rows = table.children.map((row) => row.children);
  const [head, ...body] = rows;
  if (!head || head.length < 2 || body.length === 0) return null;
  const column = head[0] && /^\s*(?:#|no\.?|nr\.?|\d*)\s*$/i.test(textOf(head[0])) && head.length > 2 ? 1 : 0;
  const isNamed = /^\s*(?:questions?|q|fragen?)\s*$/i.test(
    textOf(head[column] ?? { type: 'text', value: '' }),
  );
  const asking = body.filter((cells) => isQuestionLine(cells[column] ? textOf(cells[column]) : '')).length;
  if (!isNamed && asking * 2 <= body.length) return null;
  const kept =
    isNamed &&
    head.every((cell) =>
      /^\s*(?:#|no\.?|nr\.?|questions?|answers?|q|a|fragen?|antwort(?:en)?|)\s*$/i.test(textOf(cell)),
    )
      ? body
      : rows;
  return kept.map((cells) => ({
    question: cells[column]?.children ?? [],
    answer: cells
      .filter((cell, index) => index !== column && textOf(cell).trim() !== '')
      .map((cell): Paragraph => ({ type: 'paragraph', children: cell.children })),
  }));
}

/** A heading above questions that stand deeper, or that have another shape; `next` is the block below it. */
export function isGroupTitle({ depth }: Heading, next: RootContent | undefined): boolean {
  if (next?.type === 'heading') return next.depth > depth || isQuestionLine(textOf(next));
  if (next?.type === 'list') return questionsOfList(next) !== null;
  if (next?.type !== 'paragraph') return false;
  const text = textOf(next);
  return questionLabelLength(text) > 0 || isQuestionLine(text) || isWholly('strong', next.children);
}
