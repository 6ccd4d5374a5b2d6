import { z } from 'zod';
import { partKeys } from '../../narrative/parts';

/** Words as both say them, words of one alone, and words that only look different. */
export const runKinds = ['same', 'inserted', 'deleted', 'restyled'] as const;

const comparedRunSchema = z.object({ kind: z.enum(runKinds), text: z.string() });
export type ComparedRun = z.infer<typeof comparedRunSchema>;

/** What a line is drawn as. */
export const lineLooks = [
  'paragraph',
  'heading',
  'title',
  'question',
  'fact',
  'item',
  'quote',
  'cell',
  'code',
  'thing',
  'details',
] as const;

const comparedLineSchema = z.object({
  kind: z.enum(['same', 'changed', 'inserted', 'deleted']),
  /** Set on a line of something that stands elsewhere by now: where it was, or where it is. */
  moved: z.enum(['from', 'to']).nullable(),
  /** Lines of one change have one number, both ends of a move too; 0 where nothing changed. */
  change: z.int().min(0),
  look: z.enum(lineLooks),
  /** The section, question or story that it stands in, in words; '' where it stands alone. */
  place: z.string(),
  /** What its words do not tell, as a sentence; '' for nothing. */
  note: z.string(),
  runs: z.array(comparedRunSchema),
});
export type ComparedLine = z.infer<typeof comparedLineSchema>;

const comparedPartSchema = z.object({
  part: z.enum(partKeys),
  changes: z.int().min(0),
  /** In reading order; what was taken out stands before what was put in. Empty for a part that is the same. */
  lines: z.array(comparedLineSchema),
});
export type ComparedPart = z.infer<typeof comparedPartSchema>;

const recordChangeSchema = z.object({
  /** What kind of thing it is, as people call it. */
  what: z.string(),
  name: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
});
export type RecordChange = z.infer<typeof recordChangeSchema>;

/** How one content differs from another, for people to read. */
export const comparisonSchema = z.object({
  changes: z.int().min(0),
  parts: z.array(comparedPartSchema),
  /** Beside the texts: source cards, confirmed values, screens, promises and the states of parts. */
  records: z.array(recordChangeSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;
