import type { Paragraph, PhrasingContent } from 'mdast';
import { textOf } from '../markdown/textOf';

/** Words with marks, cut in two after this many characters of their text; marks around the cut go on in both. */
export function cutInlines(
  children: readonly PhrasingContent[],
  offset: number,
): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  let left = offset;
  for (const child of children) {
    const length = textOf(child).length;
    if (left <= 0) after.push(child);
    else if (left >= length) before.push(child);
    else {
      const [head, tail] = cutOne(child, left);
      before.push(...head);
      after.push(...tail);
    }
    left = Math.max(0, left - length);
  }
  return [before, after];
}

function cutOne(node: PhrasingContent, offset: number): [PhrasingContent[], PhrasingContent[]] {
  if (node.type === 'text') {
    const halves = [node.value.slice(0, offset), node.value.slice(offset)];
    const [head = [], tail = []] = halves.map((value): PhrasingContent[] =>
      value === '' ? [] : [{ type: 'text', value }],
    );
    return [head, tail];
  }
  if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'delete') return [[node], []];
  const [head, tail] = cutInlines(node.children, offset);
  const around = (children: PhrasingContent[]): PhrasingContent[] =>
    children.length === 0 ? [] : [{ ...node, children }];
  return [around(head), around(tail)];
}

/** What follows the first characters of a paragraph, without the space before it. */
export function paragraphAfter(children: readonly PhrasingContent[], offset: number): Paragraph {
  const [, after] = cutInlines(children, offset);
  const space = /^\s*/.exec(after.map(textOf).join(''))?.[0].length ?? 0;
  return { type: 'paragraph', children: space === 0 ? after : cutInlines(after, space)[1] };
}

/** The first characters of a paragraph as a paragraph of their own, without the space at their end. */
export function paragraphBefore(children: readonly PhrasingContent[], offset: number): Paragraph {
  const [before] = cutInlines(children, offset);
  return { type: 'paragraph', children: cutInlines(before, before.map(textOf).join('').trimEnd().length)[0] };
}

/** How many characters a bold beginning has; 0 when the paragraph does not begin in bold. */
export function boldLength(children: readonly PhrasingContent[]): number {
  const [first] = children;
  return first?.type === 'strong' ? textOf(first).length : 0;
}

/** True when all of a paragraph's words stand in the same mark. */
export function isWholly(type: 'strong' | 'emphasis', children: readonly PhrasingContent[]): boolean {
  const written = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = written;
  if (written.length !== 1 || only === undefined) return false;
  if (only.type === type) return true;
  return (only.type === 'strong' || only.type === 'emphasis') && isWholly(type, only.children);
}

/** The lines of a paragraph, each with its marks. */
export function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text' || !child.value.includes('\n')) lines.at(-1)?.push(child);
    else
      child.value.split('\n').forEach((value, index) => {
        if (index > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push({ type: 'text', value });
      });
  }
  return lines;
}
