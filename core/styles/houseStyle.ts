import { z } from 'zod';
import { coachOverridesSchema } from '../coach/coachOverrides';
import { partKeys } from '../narrative/parts';

const sentence = z.string().trim().min(1).max(600);
const pages = z.number().positive().max(100);

const sectionHintSchema = z.strictObject({
  /** Words this place usually takes. */
  words: z.int().positive().optional(),
  /** Grey words in the empty place. */
  placeholder: sentence.optional(),
});

/**
 * What a team settled where the sources of the method disagree. It moves thresholds and hints, never text.
 * A page counts as 450 words.
 */
export const houseStyleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/, { message: 'is a short name of lower-case letters, digits and hyphens.' }),
  name: z.string().trim().min(1).max(60),
  about: sentence,
  /** Whose habit it is, in plain words. */
  source: sentence,
  release: z
    .strictObject({ least: z.int().min(0), words: z.int().positive(), stopWords: z.int().positive() })
    .refine(({ least, words, stopWords }) => least < words && words <= stopWords, {
      message: 'needs "least" below "words", and "words" not above "stopWords".',
    }),
  /** A whole sentence, the name of the product alone, or left to the writer. */
  heading: z.enum(['sentence', 'name', 'free']),
  leaderQuote: z.enum(['after-solution', 'with-customer-quote', 'free']),
  customerQuotes: z.strictObject({ least: z.int().min(0).max(9), most: z.int().min(1).max(9) }),
  faq: z.strictObject({
    /** Pages both FAQs may take together; null where there is no limit. */
    mostPages: pages.nullable(),
    /** How customer and internal questions share them. */
    split: sentence,
  }),
  /** Pages of release and FAQs together; null where there is no limit. */
  mostPages: pages.nullable(),
  reading: sentence,
  order: sentence,
  /** Other settings of the coach that belong to this style. */
  coach: coachOverridesSchema.optional(),
  /** Hints that replace those of the guide, by part. */
  guide: z
    .partialRecord(
      z.enum(partKeys),
      z.strictObject({
        lede: sentence.optional(),
        sections: z.record(z.string(), sectionHintSchema).optional(),
      }),
    )
    .optional(),
});
export type HouseStyle = z.infer<typeof houseStyleSchema>;

/** The style of a narrative for which nobody chose one. */
export const usualStyleId = 'usual';

/** The style of this name, or the usual one; the first there is when even that is gone. */
export function styleNamed(styles: readonly HouseStyle[], id: string): HouseStyle | undefined {
  return (
    styles.find((style) => style.id === id) ?? styles.find((style) => style.id === usualStyleId) ?? styles[0]
  );
}
