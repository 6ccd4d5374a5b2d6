import type { List, ListItem } from 'mdast';
import {
  type RichNode,
  type StepFactKey,
  type StoryFactKey,
  storyFactTitles,
} from '../../narrative/richText';
import { isPicture } from './annotations';
import { readInlines } from './readInlines';
import type { ReadingContext } from './readingContext';
import { textOf } from './textOf';

/** The facts of a use case or step, when every item of the list is one, such as `**Who:** a tenant`; else null. */
export function readFacts(
  list: List,
  keys: readonly (StoryFactKey | StepFactKey)[],
  context: ReadingContext,
): RichNode[] | null {
  if (list.ordered || !list.children.every((item) => keyOf(item, keys) !== null)) return null;
  return list.children.map((item): RichNode => {
    const [paragraph] = item.children;
    const words = paragraph?.type === 'paragraph' ? paragraph.children.slice(1) : [];
    const content = withoutFirstSpace(readInlines(words, context)).filter((node) => !isPicture(node));
    return { type: 'storyFact', attrs: { key: keyOf(item, keys) ?? 'who' }, content };
  });
}

function keyOf(item: ListItem, keys: readonly (StoryFactKey | StepFactKey)[]): string | null {
  const [paragraph, ...others] = item.children;
  if (paragraph?.type !== 'paragraph' || others.length > 0 || typeof item.checked === 'boolean') return null;
  const [label] = paragraph.children;
  if (label?.type !== 'strong') return null;
  const title = textOf(label);
  return keys.find((key) => `${storyFactTitles[key]}:` === title) ?? null;
}

function withoutFirstSpace(nodes: RichNode[]): RichNode[] {
  const [first, ...others] = nodes;
  if (first?.type !== 'text') return nodes;
  const text = (first.text ?? '').replace(/^ /, '');
  return text === '' ? others : [{ ...first, text }, ...others];
}
