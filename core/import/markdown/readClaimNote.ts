import type { FootnoteDefinition } from 'mdast';
import { z } from 'zod';
import { type EvidenceRecord, evidenceIdSchema, evidenceRecordSchema } from '../../evidence/evidenceRecord';
import { parseMarker } from './dialect';

/** A claim out of its footnote. */
export interface ClaimNote {
  id: string;
  /** Null where a claim has no source card. */
  record: EvidenceRecord | null;
  /** The words of the next reference to it; null when the file does not say them. */
  nextWords(): string | null;
}

const { shape } = evidenceRecordSchema;

/** A card that somebody wrote by hand may leave out all but its id and state. */
const cardSchema = z.object({
  id: evidenceIdSchema,
  state: shape.state,
  what: shape.what.catch(''),
  who: shape.who.catch(''),
  when: shape.when.catch(''),
  link: shape.link.catch(''),
  asset: shape.asset.catch(''),
  file: shape.file,
  note: shape.note.catch(''),
  setBy: shape.setBy.catch(''),
  setAt: shape.setAt.catch(''),
});
const noteSchema = z.object({ id: evidenceIdSchema, words: z.array(z.string()).catch([]) });

/** Reads the comment at the end of a footnote; null for a footnote that is no claim. */
export function readClaimNote(definition: FootnoteDefinition): ClaimNote | null {
  const paragraph = definition.children.at(-1);
  const comment = paragraph?.type === 'paragraph' ? paragraph.children.at(-1) : undefined;
  const marker = comment?.type === 'html' ? parseMarker(comment.value) : null;
  if (marker?.name !== 'evidence') return null;
  const note = noteSchema.safeParse(marker.data);
  if (!note.success) return null;
  const card = cardSchema.safeParse(marker.data);
  const words = [...note.data.words];
  return { id: note.data.id, record: card.data ?? null, nextWords: () => words.shift() ?? null };
}
