import type { List, PhrasingContent } from 'mdast';
import {
  type RichNode,
  type StepFactKey,
  type StoryFactKey,
  storyFactTitles,
  stringAttr,
} from '../../narrative/richText';
import { writeInlines } from './writeInlines';
import type { WritingContext } from './writingContext';

/** The facts that follow each other from here on, as far as their names are among these. */
export function factsAt(
  nodes: readonly RichNode[],
  start: number,
  keys: readonly (StoryFactKey | StepFactKey)[],
): RichNode[] {
  const isFact = (node: RichNode) =>
    node.type === 'storyFact' && keys.some((key) => key === stringAttr(node, 'key'));
  const end = nodes.findIndex((node, index) => index >= start && !isFact(node));
  return nodes.slice(start, end === -1 ? nodes.length : end);
}

/** Facts as a list of names and words. */
export function writeFacts(facts: readonly RichNode[], context: WritingContext): List[] {
  if (facts.length === 0) return [];
  const children = facts.map((fact): List['children'][number] => {
    const name = storyFactTitles[stringAttr(fact, 'key') as StoryFactKey | StepFactKey];
    const words = writeInlines(fact.content ?? [], context, 'line');
    const label: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: `${name}:` }] };
    const line = words.length === 0 ? [label] : [label, { type: 'text' as const, value: ' ' }, ...words];
    return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: line }] };
  });
  return [{ type: 'list', ordered: false, spread: false, children }];
}
