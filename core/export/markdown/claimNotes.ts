import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { EvidenceRecord } from '../../evidence/evidenceRecord';
import { placeholderOfAtom } from '../../import/markdown/annotations';
import { formatMarker } from '../../import/markdown/dialect';
import type { RichNode } from '../../narrative/richText';
import type { SourceLine } from '../sourceLines';

/** Gathers the claims of a text while it is written; their source cards become footnotes at its end. */
export class ClaimNotes {
  /** Words of each claim by its id, in the order of their references. */
  private readonly wordsOf = new Map<string, string[]>();

  constructor(
    private readonly records: Readonly<Record<string, EvidenceRecord>>,
    private readonly lineOf: SourceLine,
  ) {}

  /** The reference that stands right behind the words. */
  refer(id: string, words: string): FootnoteReference {
    this.wordsOf.set(id, [...(this.wordsOf.get(id) ?? []), words]);
    return { type: 'footnoteReference', ...labelled([...this.wordsOf.keys()].indexOf(id)) };
  }

  /** One footnote for each claim that was referred to, then for each card whose words were deleted. */
  definitions(orphans: readonly EvidenceRecord[]): FootnoteDefinition[] {
    const ids = [...this.wordsOf.keys(), ...orphans.map(({ id }) => id)];
    return ids.map((id, index) => {
      const record = Object.hasOwn(this.records, id) ? (this.records[id] ?? null) : null;
      const words = this.wordsOf.get(id);
      const marker = formatMarker('evidence', '', { ...(record ?? { id }), ...(words ? { words } : {}) });
      const text = { type: 'text' as const, value: `${this.lineOf(record)} ` };
      const children = [
        { type: 'paragraph' as const, children: [text, { type: 'html' as const, value: marker }] },
      ];
      return { type: 'footnoteDefinition', ...labelled(index), children };
    });
  }
}

const labelled = (index: number) => ({ identifier: `e${index + 1}`, label: `e${index + 1}` });

/** The words of a claim's pieces, as a reader finds them again. */
export function wordsOfRun(pieces: readonly RichNode[]): string {
  return pieces.map((piece) => (piece.type === 'text' ? (piece.text ?? '') : placeholderOfAtom)).join('');
}
