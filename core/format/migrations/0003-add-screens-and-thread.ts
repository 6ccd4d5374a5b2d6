import { z } from 'zod';

const bodyOf2 = z.looseObject({ content: z.looseObject({}) });

/** Version 3 knows screens, storyboards, promises and their links; a file of version 2 has none of them. */
export function addScreensThread(body: unknown): unknown {
  const parsed = bodyOf2.safeParse(body);
  // What is no body at all is told by the check that follows every migration.
  if (!parsed.success) return body;
  const added = { screens: {}, storyboards: {}, promises: {}, links: {} };
  return { ...parsed.data, content: { ...parsed.data.content, ...added } };
}
