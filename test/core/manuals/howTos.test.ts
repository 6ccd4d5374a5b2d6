import { describe, expect, test } from 'vitest';
import { howTosOf } from '../../../core/manuals/howTos';
import type { RichNode } from '../../../core/narrative/richText';
import { paragraph } from '../check/narratives';
import { heading, manualOf, numbered } from './manuals';

const read = (...howTo: RichNode[]) =>
  howTosOf(manualOf({ howTo })).map(({ title, steps }) => [title, steps]);
const bold = (words: string): RichNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words, marks: [{ type: 'bold' }] }],
});

describe('the how-tos of a manual', () => {
  test('begin with a heading and end at the next', () => {
    expect(read(heading('Move it'), numbered('Scan', 'Put'), heading('Find it'), paragraph('Look.'))).toEqual(
      [
        ['Move it', ['Scan', 'Put']],
        ['Find it', []],
      ],
    );
  });

  test('have headings of a lower level in them, unless those have an id of their own', () => {
    const lower = (attrs = {}) => heading('In the rain', { level: 4, ...attrs });
    expect(read(heading('Move it'), numbered('Scan'), lower(), numbered('Wipe'))).toEqual([
      ['Move it', ['Scan', 'Wipe']],
    ]);
    expect(read(heading('Move it'), numbered('Scan'), lower({ id: 'rain' }), numbered('Wipe'))).toEqual([
      ['Move it', ['Scan']],
      ['In the rain', ['Wipe']],
    ]);
  });

  test('may be titled by bold lines, as in texts from elsewhere', () => {
    expect(read(bold('Find a match'), numbered('Stick it'))).toEqual([['Find a match', ['Stick it']]]);
  });

  test('are not what only groups them', () => {
    const grouped = [
      heading('Every day', { level: 2 }),
      heading('Move it', { id: 'move' }),
      numbered('Scan'),
    ];
    expect(read(...grouped)).toEqual([['Move it', ['Scan']]]);
  });

  test('are none in a manual that lost the section', () => {
    expect(howTosOf(manualOf({ concepts: [heading('A shelf')] }))).toEqual([]);
  });
});
