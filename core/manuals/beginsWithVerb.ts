import type { WordLists } from '../coach/coachData';
import type { CoachLanguage } from '../coach/reading/detectLanguage';

/** True when the title of a task says what to do. Word lists are those of its language. */
export function beginsWithVerb(title: string, language: CoachLanguage, lists: WordLists): boolean {
  const words = title.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  const verbs = new Set((lists.howToVerbs ?? []).map((verb) => verb.toLocaleLowerCase()));
  return language === 'de' ? isGermanTask(words, verbs) : isEnglishTask(words, verbs);
}

/** "Move a sample", "How to move a sample", "Safely move a sample". */
function isEnglishTask(words: readonly string[], verbs: ReadonlySet<string>): boolean {
  const lower = words.map((word) => word.toLocaleLowerCase());
  const said = lower[0] === 'how' && lower[1] === 'to' ? lower.slice(2) : lower;
  const first = said.find((word) => !/^.{2,}ly$/u.test(word) || verbs.has(word)) ?? '';
  return verbs.has(first) || verbs.has(first.replace(/^(?:re-?|un|pre|dis|de|auto)/u, ''));
}

/** "Probe umstellen", "Stelle eine Probe um", "Stellen Sie eine Probe um", "So stellst du eine Probe um". */
function isGermanTask(words: readonly string[], verbs: ReadonlySet<string>): boolean {
  const [first = '', second = ''] = words;
  const last = words.at(-1) ?? '';
  if (verbs.has(first.toLocaleLowerCase()) || second === 'Sie' || first === 'So') return true;
  return /^\p{Ll}.*(?:en|eln|ern)$/u.test(last) || (words.length === 1 && /(?:en|eln|ern)$/u.test(last));
}
