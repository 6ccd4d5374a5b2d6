import { DeletedTextRun, InsertedTextRun, type IRunOptions, TextRun } from 'docx';
import type { Revision } from '../../../core/export/reading/readingNode';
import { inScripts } from './scripts';
import { type ChangeCounter, trackedBy } from './trackedChange';

/** A run of text: as it is, or as a suggestion that puts it in or takes it out. */
export type Run = TextRun | InsertedTextRun | DeletedTextRun;

/** What runs of one document share. */
export interface RunContext extends ChangeCounter {
  /** BCP 47 tag of the text. */
  language: string;
}

/** How a run is written: in which document, and by which suggestion; null for text that stays. */
export interface Manner {
  context: RunContext;
  revision: Revision | null;
}

/** One run. */
export function writeRun(options: IRunOptions, { context, revision }: Manner): Run {
  if (!revision) return new TextRun(options);
  const tracked = { ...options, ...trackedBy(revision, context) };
  return revision.kind === 'inserted' ? new InsertedTextRun(tracked) : new DeletedTextRun(tracked);
}

/** Text in runs of one script each, with its line ends as breaks. */
export function writeText(text: string, manner: Manner, look: IRunOptions = {}): Run[] {
  return text.split('\n').flatMap((line, index) =>
    inScripts(line, manner.context.language).map((stretch, place) => {
      const isNewLine = index > 0 && place === 0;
      const options = { ...look, ...stretch.look, text: stretch.text, ...(isNewLine ? { break: 1 } : {}) };
      return writeRun(options, manner);
    }),
  );
}
