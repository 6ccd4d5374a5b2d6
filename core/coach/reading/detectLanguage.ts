/** Languages the coach has word lists for. */
export const coachLanguages = ['en', 'de'] as const;
export type CoachLanguage = (typeof coachLanguages)[number];

const german =
  /(?<!\p{L})(?:der|die|das|und|ist|nicht|mit|für|ein|eine|sie|wir|auf|von|zu|den|dem)(?!\p{L})/giu;
const english = /(?<!\p{L})(?:the|and|of|to|is|not|with|for|a|an|they|we|on|from|in|that|it)(?!\p{L})/giu;

/** The language of a text by its smallest words; English where nothing tells. */
export function detectLanguage(text: string): CoachLanguage {
  const sample = text.slice(0, 20_000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  return count(german) > count(english) ? 'de' : 'en';
}
