import { z } from 'zod';
import { ageingMonths } from '../evidence/isAgeing';
import { coachLanguages } from './reading/detectLanguage';
import { ruleTable } from './rules/ruleTable';

const sentence = z.string().trim().min(1);

const ruleTextSchema = z.strictObject({
  title: sentence,
  /** Questions by variant; "default" is asked when a rule names none. {words} and other slots are filled in. */
  questions: z.record(z.string(), sentence).refine((questions) => 'default' in questions, {
    message: 'needs a question named "default".',
  }),
  why: sentence,
  /** Whose advice it is, in plain words. */
  source: sentence,
  weak: sentence,
  better: sentence,
  help: sentence,
});
export type RuleText = z.infer<typeof ruleTextSchema>;

/** What the coach says: one file per language of the interface. */
export const ruleTextsSchema = z.strictObject({
  rules: z.record(z.string(), ruleTextSchema),
  /** Reasons for setting a question aside that are offered with one click. */
  reasons: z.array(sentence).min(1),
});

const wordPattern = /[\p{L}\p{N}]/u;
const patternSign = /[\\*^|()[\]{}<>]/u;

/** A plain word or phrase. Patterns are refused, so that no list can make a check slow. */
export const plainPhraseSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((phrase) => wordPattern.test(phrase) && !patternSign.test(phrase), {
    message: 'is not a plain word or phrase. Lists hold words as they are written, never patterns.',
  });

export const wordListsSchema = z.record(z.string(), z.array(plainPhraseSchema));
export type WordLists = z.infer<typeof wordListsSchema>;

/** Numbers by rule and name. */
export const thresholdsSchema = z.record(z.string(), z.record(z.string(), z.number().min(0)));

export const coachDataSchema = z.strictObject({
  texts: ruleTextsSchema,
  words: z.record(z.enum(coachLanguages), wordListsSchema),
  thresholds: thresholdsSchema,
  /** Rules that are switched off. */
  off: z.array(z.string()),
});
/** All the coach knows apart from its code: texts, word lists and thresholds, with a team's own settled in. */
export type CoachData = z.infer<typeof coachDataSchema>;

/** Puts the files under templates/coach together. Throws a readable error when one does not fit. */
export function parseCoachData(files: {
  texts: unknown;
  words: Record<(typeof coachLanguages)[number], unknown>;
  thresholds: unknown;
}): CoachData {
  const data = coachDataSchema.parse({ ...files, off: [] });
  const untold = ruleTable.filter(({ id }) => data.texts.rules[id] === undefined).map(({ id }) => id);
  if (ageingMonths(data.thresholds) === null)
    throw new Error('The coach has no number for the age of sources: ageing-source, months.');
  if (untold.length > 0) throw new Error(`The coach has no texts for: ${untold.join(', ')}.`);
  return data;
}
