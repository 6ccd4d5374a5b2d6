import { z } from 'zod';

const bodyOf1 = z.looseObject({ content: z.looseObject({}) });

/** Version 2 knows source cards, confirmed facts and the drawer; a file of version 1 has none of them. */
export function addEvidenceFactsDrawer(body: unknown): unknown {
  const parsed = bodyOf1.safeParse(body);
  // What is no body at all is told by the check that follows every migration.
  if (!parsed.success) return body;
  return { ...parsed.data, content: { ...parsed.data.content, evidence: {}, facts: {}, drawer: {} } };
}
