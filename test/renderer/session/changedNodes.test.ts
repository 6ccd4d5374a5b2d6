import { describe, expect, it } from 'vitest';
import type { RichDoc, RichNode } from '../../../core/narrative/richText';
import { changedNodes, withChange } from '../../../renderer/editor/session/changedNodes';

const nodes = 'abcdef'.split('').map((text): RichNode => ({ type: 'paragraph', attrs: { text } }));
const docOf = (letters: string): RichDoc => ({
  type: 'doc',
  content: letters.split('').map((letter) => nodes['abcdef'.indexOf(letter)] as RichNode),
});

describe('changedNodes', () => {
  it.each([
    ['abc', 'abdc', 1],
    ['abc', 'dabc', 1],
    ['abc', 'abcd', 1],
    ['abc', 'ac', 0],
    ['aaa', 'aa', 0],
    ['abc', 'adc', 1],
    ['abc', 'def', 3],
    ['', 'ab', 2],
    ['ab', '', 0],
  ])('tells how %s became %s', (before, after, carried) => {
    const change = changedNodes(docOf(before), docOf(after));
    expect(change?.nodes).toHaveLength(carried);
    expect(change && withChange(docOf(before), change)).toEqual(docOf(after));
  });

  it('tells nothing where every node is the same', () => {
    expect(changedNodes(docOf('abc'), docOf('abc'))).toBeNull();
  });
});
