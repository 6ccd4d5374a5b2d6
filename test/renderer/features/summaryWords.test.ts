import { expect, test } from 'vitest';
import type { NarrativeSummary } from '../../../core/api/shapes';
import type { LastPlace } from '../../../core/narrative/meta';
import { continueWords, lastWords, whenWords } from '../../../renderer/features/library/summaryWords';

const now = new Date(2026, 10, 23, 12, 0);

function summary(dateline: string, lastPlace: LastPlace | null, words = 0): NarrativeSummary {
  const meta = { updatedAt: new Date(2026, 10, 23, 9, 41).toISOString(), lastPlace };
  return { meta, dateline, words } as NarrativeSummary;
}

test('the way back names the section, or the part where there is none', () => {
  expect(continueWords(summary('', { part: 'release', section: 'problem', excerpt: '' }))).toBe(
    'Continue in “Problem”',
  );
  expect(continueWords(summary('', { part: 'customerFaq', section: 'faq-7', excerpt: '' }))).toBe(
    'Continue in “Customer FAQ”',
  );
  expect(continueWords(summary('', null))).toBe('Start writing');
  expect(continueWords(summary('', null, 12))).toBe('Continue writing');
});

test.each([
  ['Leeds, 14 September 2027', 'You stopped here at 09:41 today. Launch day is 295 days away.'],
  ['Leeds, 24 November 2026', 'You stopped here at 09:41 today. Launch day is tomorrow.'],
  ['Leeds, 23 November 2026', 'You stopped here at 09:41 today. Launch day is today.'],
  ['Leeds, 1 May 2020', 'You stopped here at 09:41 today. Launch day has passed.'],
  ['Leeds, soon', 'You stopped here at 09:41 today.'],
])('%s', (dateline, words) => {
  expect(whenWords(summary(dateline, null), now)).toBe(words);
});

test('long last words begin at a word', () => {
  const words = lastWords(`${'word '.repeat(80)}end.`);
  expect(words).toMatch(/^… word word/);
  expect(words).toMatch(/end\.$/);
  expect(lastWords('Short.')).toBe('Short.');
});
