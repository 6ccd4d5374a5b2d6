import { z } from 'zod';
import { partKeys } from '../narrative/parts';

export const drawerItemSchema = z.object({
  id: z.string().min(1).max(200),
  text: z.string().max(20_000),
  /** Where the words stood: a part, and a section key or item id in it, '' for its start. */
  from: z.object({ part: z.enum(partKeys), section: z.string().max(200) }),
  movedAt: z.iso.datetime(),
  movedBy: z.string().max(200),
  /** When the feasibility part had an answer to it; absent while it waits. */
  dealtWithAt: z.iso.datetime().optional(),
});
/** Technical words that were moved out of the customer's parts until it is time for them. */
export type DrawerItem = z.infer<typeof drawerItemSchema>;
