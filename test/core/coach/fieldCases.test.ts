import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCoach } from '../../../core/coach/runCoach';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { readCoachFiles } from './coachFiles';
import { adding, release, today, withFaq } from './release';

/**
 * Ways to put things that were met or made up for each class of language a rule is mended for. Each line holds the
 * rule's number, a place, whether it asks, and words: `summary` adds a sentence, `@summary` replaces the section,
 * `multi` replaces several, `faq` is a question and an answer, `mfaq` both.
 */
const lines = readFileSync(join(import.meta.dirname, 'fieldCases.txt'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => /^(\d+) (\S+) (asks|silent) (.+)$/.exec(line)?.slice(1) ?? [])
  .map(([rule = '', place = '', verdict = '', words = '']) => ({ rule, place, verdict, words }));
const coach = createCoach(readCoachFiles());

function narrativeOf(place: string, words: string): NarrativeContent {
  const [first = '', second = '', third = ''] = words.split(' || ');
  if (place === 'faq') return withFaq('customerFaq', [first, second]);
  if (place === 'multi') return release(JSON.parse(words) as Record<string, string>);
  if (place === 'mfaq') {
    const { parts, ...rest } = release(JSON.parse(first) as Record<string, string>);
    const { customerFaq } = withFaq('customerFaq', [second, third]).parts;
    return { ...rest, parts: { ...parts, customerFaq } };
  }
  return place.startsWith('@') ? release({ [place.slice(1)]: words }) : adding(place, words);
}

describe.each(lines)('rule $rule in $place $verdict: $words', ({ rule, place, verdict, words }) => {
  test('keeps to it', () => {
    const asked = coach
      .check(narrativeOf(place, words), today)
      .filter(({ number }) => number === Number(rule));
    const quotes = asked.map(({ quote }) => quote);
    if (verdict === 'asks') expect(quotes).not.toEqual([]);
    else expect(quotes).toEqual([]);
  });
});
