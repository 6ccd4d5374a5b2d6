import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import { emptyParagraph } from './writeBlocks';

/** The footnotes of a text, in the order of their references. */
export function writeNotes(footnotes: readonly string[]): FootnoteDefinition[] {
  return footnotes.map((text, index) => writeFootnote(text, index + 1));
}

function writeFootnote(text: string, number: number): FootnoteDefinition {
  const lines = text
    .split('\n')
    .map((line): PhrasingContent[] => (line === '' ? [] : [{ type: 'text', value: line }]));
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'html', value: '<br>' }, ...line],
  );
  const label = String(number);
  const content = text === '' ? emptyParagraph() : { type: 'paragraph' as const, children };
  return { type: 'footnoteDefinition', identifier: label, label, children: [content] };
}
