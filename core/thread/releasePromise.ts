import { z } from 'zod';

/** Id of a promise, as the words of the release carry it. */
export const promiseIdSchema = z.string().min(1).max(200);

export const releasePromiseSchema = z.object({
  id: promiseIdSchema,
  /** The promised words as they stood when they were last linked, shown when they are gone from the text. */
  words: z.string().max(1000),
  /** Key of the section of the release that they stood in; '' for its start. */
  section: z.string().max(200),
  isImportant: z.boolean(),
  setBy: z.string().max(200),
  /** '' for a promise that was written outside of Dateline. */
  setAt: z.union([z.literal(''), z.iso.datetime()]),
});
/** A claim of the release that the golden thread follows. Its words carry a `promise` mark with its id. */
export type ReleasePromise = z.infer<typeof releasePromiseSchema>;
