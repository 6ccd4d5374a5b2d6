import { z } from 'zod';
import { type CoachData, plainPhraseSchema, thresholdsSchema, type WordLists } from './coachData';
import { type CoachLanguage, coachLanguages } from './reading/detectLanguage';
import { ruleIds } from './rules/ruleTable';

const changesSchema = z.strictObject({
  add: z.array(plainPhraseSchema).max(2000).optional(),
  remove: z.array(plainPhraseSchema).max(2000).optional(),
});

/** What a library or one narrative changes about the coach. */
export const coachOverridesSchema = z.strictObject({
  off: z.array(z.string()).optional(),
  /** Rules that the library switched off and this narrative wants after all. */
  on: z.array(z.string()).optional(),
  thresholds: thresholdsSchema.optional(),
  words: z.partialRecord(z.enum(coachLanguages), z.record(z.string(), changesSchema)).optional(),
});
export type CoachOverrides = z.infer<typeof coachOverridesSchema>;

export type ParsedOverrides = { ok: true; overrides: CoachOverrides } | { ok: false; problems: string[] };

/** Reads a team's own settings; each problem is a sentence that names its place, such as words.en.hype.add[3]. */
export function parseCoachOverrides(json: unknown, base: CoachData): ParsedOverrides {
  const parsed = coachOverridesSchema.safeParse(json);
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.map((issue) => tellIssue(issue, json)) };
  const problems = unknownNames(parsed.data, base);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, overrides: parsed.data };
}

/** The data with a team's settings laid over it; the later layer has the last word. */
export function mergeCoachData(base: CoachData, overrides: CoachOverrides): CoachData {
  const on = new Set(overrides.on);
  return {
    ...base,
    off: [...new Set([...base.off.filter((id) => !on.has(id)), ...(overrides.off ?? [])])],
    thresholds: mergeThresholds(base, overrides),
    words: Object.fromEntries(
      coachLanguages.map((language) => [language, mergeWords(base, overrides, language)]),
    ) as CoachData['words'],
  };
}

function mergeThresholds(base: CoachData, overrides: CoachOverrides): CoachData['thresholds'] {
  const merged = { ...base.thresholds };
  for (const [rule, numbers] of Object.entries(overrides.thresholds ?? {})) {
    merged[rule] = { ...merged[rule], ...numbers };
  }
  return merged;
}

function mergeWords(base: CoachData, overrides: CoachOverrides, language: CoachLanguage): WordLists {
  const merged = { ...base.words[language] };
  for (const [list, { add = [], remove = [] }] of Object.entries(overrides.words?.[language] ?? {})) {
    const gone = new Set(remove.map((word) => word.toLowerCase()));
    const kept = (merged[list] ?? []).filter((word) => !gone.has(word.toLowerCase()));
    merged[list] = [...new Set([...kept, ...add])];
  }
  return merged;
}

function tellIssue(issue: z.core.$ZodIssue, json: unknown): string {
  const place = issue.path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );
  const value = issue.path.reduce<unknown>(
    (inside, key) => (inside as Record<PropertyKey, unknown>)?.[key],
    json,
  );
  const shown = typeof value === 'string' ? ` “${value.slice(0, 80)}”` : '';
  return `${place === '' ? 'The settings' : place}:${shown} ${issue.message}`;
}

function unknownNames(
  { off = [], on = [], thresholds = {}, words = {} }: CoachOverrides,
  base: CoachData,
): string[] {
  // Some numbers belong to no check, such as the age of sources.
  const isCounted = (id: string) => ruleIds.has(id) || base.thresholds[id] !== undefined;
  const rules = [
    ...[...off, ...on].filter((id) => !ruleIds.has(id)),
    ...Object.keys(thresholds).filter((id) => !isCounted(id)),
  ];
  const numbers = Object.entries(thresholds).flatMap(([rule, named]) =>
    Object.keys(named)
      .filter((name) => isCounted(rule) && base.thresholds[rule]?.[name] === undefined)
      .map((name) => `thresholds.${rule}: the check has no number named “${name}”.`),
  );
  const lists = coachLanguages.flatMap((language) =>
    Object.keys(words[language] ?? {})
      .filter((list) => base.words.en[list] === undefined && base.words[language][list] === undefined)
      .map((list) => `words.${language}: there is no word list named “${list}”.`),
  );
  return [...rules.map((id) => `“${id}” is not the name of a check.`), ...numbers, ...lists];
}
