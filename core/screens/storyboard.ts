import { z } from 'zod';

/** What a frame tells, in the order in which a customer lives it. */
export const beats = ['discovery', 'need', 'firstUse', 'doing', 'solved', 'return'] as const;
export type Beat = (typeof beats)[number];

/** How many frames a storyboard may have. */
export const storyFrameLimit = 12;

const refSchema = z.string().max(200);
const storyFrameSchema = z.object({
  id: z.string().min(1).max(200),
  beat: z.enum(beats),
  caption: z.string().max(200),
  /** Id of a step of the use case; '' for a frame between the steps. */
  step: refSchema,
  /** Id of a screen; '' for a frame without a picture. */
  screen: refSchema,
});
/** One picture of a storyboard with the words below it. */
export type StoryFrame = z.infer<typeof storyFrameSchema>;

export const storyboardSchema = z.object({
  /** Id of the use case that it tells. */
  useCase: z.string().min(1).max(200),
  frames: z.array(storyFrameSchema).max(storyFrameLimit),
});
/** A use case told in frames, as people arranged them; a use case without one is told from its steps. */
export type Storyboard = z.infer<typeof storyboardSchema>;
