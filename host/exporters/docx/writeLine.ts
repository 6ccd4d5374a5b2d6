import { Bookmark, type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import type { DocxContext, DocxPlace } from './docxContext';
import { trackedEnd } from './trackedChange';

/** Where a paragraph is written. */
export interface Where {
  context: DocxContext;
  place: DocxPlace;
}

/**
 * A paragraph, with the names of the sections that it begins; where a suggestion puts it in or takes it out, its end goes
 * with its words.
 */
export function lineOf(
  options: IParagraphOptions,
  children: readonly ParagraphChild[],
  { context, place }: Where,
): Paragraph {
  const opened = context.sections.splice(0).map((id) => new Bookmark({ id, children: [] }));
  return new Paragraph({
    ...options,
    ...trackedEnd(place.revision, context),
    children: [...opened, ...children],
  });
}
