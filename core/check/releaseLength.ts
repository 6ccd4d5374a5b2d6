import type { Finding } from '../api/shapes';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { countPartWords, emptySections } from '../narrative/partState';

const place = { part: 'release', section: '', quote: '', from: 0, to: 0 } as const;

/** Weighs the release against one page: more than 500 words is worth fixing, more than 650 stops a review. */
export function checkReleaseLength(content: NarrativeContent): Finding[] {
  const words = countPartWords(content, 'release');
  if (words > 500) return [tooLong(words)];
  // While sections are still empty the release is unfinished, not short; those have findings of their own.
  if (words < 150 && emptySections(content, 'release').length === 0) return [tooShort(words)];
  return [];
}

function tooLong(words: number): Finding {
  return {
    rule: 'too-long',
    level: words > 650 ? 'stop' : 'fix',
    ...place,
    question: 'What can the FAQ carry?',
    why: `The release has ${words} words and one page holds about 400. Readers of a launch give it one page.`,
  };
}

function tooShort(words: number): Finding {
  return {
    rule: 'too-short',
    level: 'look',
    ...place,
    question: 'What would a reader still ask after these lines?',
    why: `The release has ${words} words. Below 150 a reader cannot yet tell whether they would want this.`,
  };
}
