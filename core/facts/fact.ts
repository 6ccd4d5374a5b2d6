import { z } from 'zod';

export const factSchema = z.object({
  /** Names the fact in the text's fields, such as price. */
  key: z.string().min(1).max(100),
  label: z.string().max(200),
  value: z.string().max(1000),
  confirmedAt: z.iso.datetime(),
  confirmedBy: z.string().max(200),
});
/** One value that the whole narrative agrees on, such as the price. */
export type Fact = z.infer<typeof factSchema>;
