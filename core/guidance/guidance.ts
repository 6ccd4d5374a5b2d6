import { z } from 'zod';
import { partKeys } from '../narrative/parts';

/** The same idea written twice, with one line on what makes the difference. */
const exampleSchema = z.strictObject({ text: z.string().min(1), note: z.string().min(1) });

const guideSchema = z.strictObject({
  /** What the text is for, in one or two sentences. */
  purpose: z.string().min(1),
  /** Words it usually takes; absent where a number would mislead. */
  words: z.int().positive().optional(),
  ask: z.array(z.string().min(1)).min(1).max(6),
  good: exampleSchema,
  weak: exampleSchema,
  /** Which assumption of the team this text puts to the test. */
  tests: z.string().min(1),
  /** Grey words shown in the empty section, gone at the first letter. */
  placeholder: z.string().min(1),
});
export type Guide = z.infer<typeof guideSchema>;

const questionKinds = [
  'segment',
  'sentence',
  'list',
  'reason',
  'number',
  'evidence',
  'yesNo',
  'steps',
  'case',
  'plan',
  'date',
  'choice',
] as const;

const bankQuestionSchema = z.strictObject({
  number: z.int().positive(),
  audience: z.enum(['customer', 'internal']),
  topic: z.string().min(1),
  text: z.string().min(5),
  /** What the first words of an answer should be. */
  answerKind: z.enum(questionKinds),
  /** Part of the minimum set for a draft that can be reviewed. */
  minimum: z.boolean(),
});
export type BankQuestion = z.infer<typeof bankQuestionSchema>;

export const partGuideSchema = z.strictObject({
  part: z.enum(partKeys),
  /** Sentence under the part's title on the sheet. */
  lede: z.string().min(1),
  guide: guideSchema,
  /** Guides of the part's sections, by section key (brief, release, manuals, and story facts of experience). */
  sections: z.record(z.string(), guideSchema),
});
export type PartGuide = z.infer<typeof partGuideSchema>;

/** One file of guidance: ours under templates/, or a team's own in its library folder under guidance/. */
export const guidanceFileSchema = z.strictObject({
  parts: z.array(partGuideSchema).optional(),
  questions: z.array(bankQuestionSchema).optional(),
});
export type GuidanceFile = z.infer<typeof guidanceFileSchema>;

export const guidanceSchema = z.object({
  parts: z.array(partGuideSchema),
  questions: z.array(bankQuestionSchema),
  /** Team files that could not be used, one sentence each. */
  problems: z.array(z.string()),
});
export type Guidance = z.infer<typeof guidanceSchema>;

/** Lays a team's file over the guidance: a part's guide or a question with the same key or number is replaced. */
export function mergeGuidance(base: Guidance, addition: GuidanceFile): Guidance {
  const parts = new Map(base.parts.map((part) => [part.part, part]));
  for (const added of addition.parts ?? []) {
    const known = parts.get(added.part);
    parts.set(added.part, known ? { ...added, sections: { ...known.sections, ...added.sections } } : added);
  }
  const questions = new Map(base.questions.map((question) => [question.number, question]));
  for (const added of addition.questions ?? []) questions.set(added.number, added);
  return { ...base, parts: [...parts.values()], questions: [...questions.values()] };
}
