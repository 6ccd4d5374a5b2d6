import type { Finding } from '../api/shapes';
import type { WordLists } from '../coach/coachData';
import { type CoachLanguage, detectLanguage } from '../coach/reading/detectLanguage';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { itemsOf } from '../narrative/partState';
import { findSection, isBlank, plainText } from '../narrative/plainText';
import type { RichNode } from '../narrative/richText';
import { beginsWithVerb } from './beginsWithVerb';
import { howTosOf } from './howTos';
import { placeInManual } from './manualPlace';
import { findNouns, hasNoun } from './nouns';

const mostNouns = 3;

/** Asks about the words of the manuals: titles of tasks without a verb, and nouns that nobody explains. */
export function checkManualWords(
  content: Pick<NarrativeContent, 'parts'>,
  words: Record<CoachLanguage, WordLists>,
): Finding[] {
  return itemsOf(content.parts.manuals, 'manual')
    .filter((manual) => !isBlank(manual))
    .flatMap((manual) => [...checkVerbs(manual, words), ...checkNouns(manual, words)]);
}

function checkVerbs(manual: RichNode, words: Record<CoachLanguage, WordLists>): Finding[] {
  const language = detectLanguage(plainText(manual));
  return howTosOf(manual)
    .filter(({ title }) => !beginsWithVerb(title, language, words[language]))
    .map(({ heading }) => ({
      ...placeInManual(manual, heading),
      rule: 'howto-verb',
      level: 'look',
      question: 'What does the reader do? Which verb says it?',
      why: 'The title of a task begins with a verb, such as “Move a sample”, so that people find what they came to do.',
    }));
}

function checkNouns(manual: RichNode, words: Record<CoachLanguage, WordLists>): Finding[] {
  const howTo = findSection(manual, 'howTo');
  const concepts = findSection(manual, 'concepts');
  if (!howTo) return [];
  const explained = concepts ? plainText(concepts) : '';
  const unknown = findNouns(plainText(howTo), words).filter((noun) => !hasNoun(explained, noun.words));
  const [first] = unknown;
  if (!first) return [];
  const named = unknown.slice(0, mostNouns).map((noun) => `“${noun.words}”`);
  return [
    {
      ...placeInManual(manual, howTo, first.words),
      rule: 'noun-undefined',
      level: 'look',
      question:
        named.length === 1 ? `What is ${named[0]}?` : `Which of these need a sentence: ${named.join(', ')}?`,
      why: 'The how-tos use them again and again, and Concepts does not mention them. A newcomer meets them here first.',
    },
  ];
}
