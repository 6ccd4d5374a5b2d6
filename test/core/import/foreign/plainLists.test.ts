import { describe, expect, it } from 'vitest';
import { plainTextTree } from '../../../../core/import/foreign/plainTextTree';
import { textOf } from '../../../../core/import/markdown/textOf';

const shapeOf = (text: string) =>
  plainTextTree(`Something long enough to be no title, with a full stop.\n\n${text}`)
    .children.slice(1)
    .map((node) =>
      node.type === 'list'
        ? [node.ordered ? `from ${node.start}` : 'list', ...node.children.map(textOf)]
        : textOf(node),
    );

describe('lines of plain text', () => {
  it.each([
    ['Pitfalls such as:\n\t•\tHeadlines that hide\n\t•\tWords without proof', 'Pitfalls such as:', 'list'],
    ['We need:\n– paint\n– time', 'We need:', 'list'],
    ['Then:\n3) Open it\n4) Look', 'Then:', 'from 3'],
    ['One thing:\n• paint', 'One thing:', 'list'],
  ])('are items where they begin with the signs of a list: %j', (text, lead, kind) => {
    const [first, list] = shapeOf(text);
    expect(first).toBe(lead);
    expect(list?.[0]).toBe(kind);
    expect(JSON.stringify(list)).not.toMatch(/[•–)]/);
  });

  it('goes on with an item where the line below has no sign', () => {
    expect(shapeOf('• paint that\n  is left\n• time')).toEqual([['list', 'paint that is left', 'time']]);
  });

  it.each([
    '– Maud Tressel, nurse',
    '1. It begins here.',
    '1. What does it cost?\n2. Who pays?',
    '2026 was dry',
  ])('stay what they are where a sentence, a question or a name can begin so: %j', (text) => {
    expect(shapeOf(text).every((block) => typeof block === 'string')).toBe(true);
  });
});
