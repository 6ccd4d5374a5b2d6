import type { CoachData } from '../coach/coachData';
import type { CoachLanguage } from '../coach/reading/detectLanguage';
import { PhraseList } from '../coach/reading/words';
import type { RuleSettings } from '../coach/rule';

/** The coach's word lists and numbers for one of its rules, as the facts sheet reads them, too. */
export type FactSettings = (rule: string, language: CoachLanguage) => RuleSettings;

/** Prepares the word lists once for every reading. */
export function createFactSettings(data: CoachData): FactSettings {
  const lists = new Map<string, PhraseList>();
  const phrases = (language: CoachLanguage, name: string): PhraseList => {
    const key = `${language} ${name}`;
    const known = lists.get(key) ?? new PhraseList(data.words[language][name] ?? []);
    lists.set(key, known);
    return known;
  };
  return (rule, language) => ({
    phrases: (name) => phrases(language, name),
    threshold: (name) => {
      const value = data.thresholds[rule]?.[name];
      if (value === undefined) throw new Error(`The number “${name}” is missing in the coach's settings.`);
      return value;
    },
  });
}
