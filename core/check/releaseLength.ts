import type { Finding } from '../api/shapes';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { countPartWords, emptySections } from '../narrative/partState';

const place = { part: 'release', section: '', quote: '', from: 0, to: 0 } as const;

/** Words at which a release is too short, too long, and far too long. */
export interface LengthLimits {
  least: number;
  most: number;
  stop: number;
}

const pageLimits: LengthLimits = { least: 150, most: 500, stop: 650 };

export type ReleaseWeight = { verdict: 'short' | 'fits' | 'long' | 'far-too-long'; words: number };

/** Weighs the words of a release against one page. */
export function weighRelease(words: number, limits: LengthLimits = pageLimits): ReleaseWeight {
  if (words > limits.stop) return { verdict: 'far-too-long', words };
  if (words > limits.most) return { verdict: 'long', words };
  return { verdict: words < limits.least ? 'short' : 'fits', words };
}

/** Asks about a release of more than 500 words, which is worth fixing; more than 650 stops a review. */
export function checkReleaseLength(content: NarrativeContent): Finding[] {
  const { verdict, words } = weighRelease(countPartWords(content, 'release'));
  if (verdict === 'long' || verdict === 'far-too-long') return [tooLong(words, verdict)];
  // While sections are still empty the release is unfinished, not short; those have findings of their own.
  if (verdict === 'short' && emptySections(content, 'release').length === 0) return [tooShort(words)];
  return [];
}

function tooLong(words: number, verdict: 'long' | 'far-too-long'): Finding {
  return {
    rule: 'too-long',
    level: verdict === 'long' ? 'fix' : 'stop',
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
