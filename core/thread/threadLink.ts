import { z } from 'zod';
import { partKeys } from '../narrative/parts';
import { promiseIdSchema } from './releasePromise';

/** What a promise can be linked to: a question, a step, a screen, a how-to of a manual, a source card. */
export const endKinds = ['faq', 'step', 'screen', 'howTo', 'evidence'] as const;
export type EndKind = (typeof endKinds)[number];

/** `refused` keeps what somebody said is not the same, so that it is never proposed again. */
export const threadVerdicts = ['linked', 'refused'] as const;
export type ThreadVerdict = (typeof threadVerdicts)[number];

export const threadLinkSchema = z.object({
  id: z.string().min(1).max(500),
  promise: promiseIdSchema,
  kind: z.enum(endKinds),
  /** Id of the end: of its item, its heading or its record. */
  end: z.string().min(1).max(200),
  /** The end in words, shown when the end is gone. */
  words: z.string().max(400),
  /** Where the end stood: a part, and the key or id of what it stood in, '' for its start. */
  place: z.object({ part: z.enum(partKeys), section: z.string().max(200) }),
  verdict: z.enum(threadVerdicts),
  setBy: z.string().max(200),
  /** '' for a link that was written outside of Dateline. */
  setAt: z.union([z.literal(''), z.iso.datetime()]),
});
/** What somebody said about a promise and one end: that it keeps the promise, or that it does not. */
export type ThreadLink = z.infer<typeof threadLinkSchema>;

/** Id of the link between a promise and an end: two people who link the same make one link. */
export function threadLinkId({ promise, kind, end }: Pick<ThreadLink, 'promise' | 'kind' | 'end'>): string {
  return `${promise}>${kind}:${end}`;
}
