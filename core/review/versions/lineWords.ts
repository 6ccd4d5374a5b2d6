import type { Node } from 'prosemirror-model';
import { storyFactTitles } from '../../narrative/richText';
import type { ComparedLine } from './comparison';

/** The words of a line or a stretch of it; what has no words of its own is named. */
export function textOf(node: Node, from = 0, to = node.content.size): string {
  return node.isLeaf ? nameOfThing(node) : node.textBetween(from, to, undefined, nameOfThing);
}

function nameOfThing(node: Node): string {
  switch (node.type.name) {
    case 'hardBreak':
      return '\n';
    case 'fact':
      return String(node.attrs.value);
    case 'footnote':
      return `[footnote: ${node.attrs.text}]`;
    case 'image':
      return `[picture: ${node.attrs.alt || 'not described'}]${node.attrs.caption ? ` ${node.attrs.caption}` : ''}`;
    case 'screen':
      return '[screen]';
    default:
      return '[line across the page]';
  }
}

const looks: Readonly<Record<string, ComparedLine['look']>> = {
  heading: 'heading',
  title: 'title',
  faqQuestion: 'question',
  storyFact: 'fact',
  codeBlock: 'code',
  image: 'thing',
  screen: 'thing',
  horizontalRule: 'thing',
};
const looksAround: Readonly<Record<string, ComparedLine['look']>> = {
  listItem: 'item',
  taskItem: 'item',
  blockquote: 'quote',
  tableCell: 'cell',
  tableHeader: 'cell',
};

/** What a line is drawn as: by its own kind, else by the innermost block around it. */
export function lookOf(line: Node, around: readonly Node[]): ComparedLine['look'] {
  const own = looks[line.type.name];
  if (own) return own;
  const innermost = around.findLast(({ type }) => looksAround[type.name] !== undefined);
  return (innermost && looksAround[innermost.type.name]) ?? 'paragraph';
}

/** What people call a question, story, step or manual; `around` for a block without a name of its own. */
export function nameOfBlock(node: Node, around: string): string {
  const title = node.children.find(({ type }) => type.name === 'title' || type.name === 'faqQuestion');
  const words = title ? textOf(title).trim() : '';
  return words === '' ? around : words;
}

const detailTitles: Readonly<Record<string, string>> = {
  state: 'State',
  owner: 'Owner',
  due: 'Due',
  askedBy: 'Asked by',
  user: 'Kind of user',
  checked: 'Done',
  start: 'First number',
  question: 'Waits for question',
  words: 'What was asked',
  colspan: 'Columns',
  rowspan: 'Rows',
  colwidth: 'Width',
  align: 'Alignment',
  bankNumber: 'Number in the bank',
};

/** What is noted about a block that holds others, as one line; '' for nothing. Which block it is, is not part of that. */
export function detailsOf(node: Node): string {
  return Object.entries<unknown>(node.attrs)
    .filter(([name, value]) => name in detailTitles && value !== null && value !== '' && value !== false)
    .map(([name, value]) => `${detailTitles[name]}: ${value === true ? 'yes' : String(value)}`)
    .join(' · ');
}

/** The title of a line of a story or a step, such as "They see". */
export function storyLineTitle({ attrs }: Node): string {
  const key = String(attrs.key);
  return Object.hasOwn(storyFactTitles, key) ? storyFactTitles[key as keyof typeof storyFactTitles] : key;
}
