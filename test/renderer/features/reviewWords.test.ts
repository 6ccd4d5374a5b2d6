import { describe, expect, test } from 'vitest';
import { emptyContent } from '../../../core/narrative/narrativeDoc';
import { readPartReviews } from '../../../core/review/signOff/readPartReviews';
import {
  matterWords,
  nextPart,
  nextStep,
  overruledWords,
  overviewSentence,
} from '../../../renderer/features/signOff/reviewWords';
import { sampleContent } from '../../core/export/sampleNarrative';
import { given, signing } from '../../core/review/signOff/signingArbitrary';

test('what is open is told in the words of the voice', () => {
  expect(matterWords({ findings: 0, comments: 0, questions: 0 })).toBe('');
  expect(matterWords({ findings: 1, comments: 1, questions: 0 })).toBe('1 open question and 1 open remark');
  expect(overruledWords({ findings: 1, comments: 0, questions: 1 })).toBe(
    'Ready, with 2 open questions. Your reason is kept.',
  );
  expect(overruledWords({ findings: 0, comments: 0, questions: 0 })).toBe('Ready');
});

describe('the next sensible step', () => {
  const me = 'Ines Halloran';
  const content = sampleContent();
  const stepIn = (
    state: 'ready' | 'inReview' | 'reviewed' | null,
    records = [given({ version: 'other' })],
  ) => {
    const states = state ? { release: state } : {};
    return nextStep(readPartReviews(records, { ...content, states }).release, me);
  };

  test('leads from the first words to a signature', () => {
    expect(nextStep(readPartReviews([], emptyContent()).release, me)).toMatchObject({ kind: 'write' });
    expect(stepIn(null)).toMatchObject({ kind: 'mark', to: 'ready' });
    expect(stepIn('ready')).toMatchObject({ kind: 'mark', to: 'inReview' });
    expect(stepIn('inReview')).toMatchObject({ kind: 'mark', to: 'reviewed' });
    expect(stepIn('reviewed', [])).toMatchObject({ kind: 'sign' });
  });

  test('is another review where the text was changed since', () => {
    expect(stepIn('reviewed')).toEqual({ kind: 'mark', to: 'reviewed', words: 'Mark reviewed again' });
  });

  test('is work on a part before a signature under another', () => {
    const states = { brief: 'reviewed', release: 'inReview' } as const;
    const reviews = readPartReviews([], { ...emptyContent(), parts: content.parts, states });
    expect(nextPart(reviews, me)).toMatchObject({ part: 'release', step: { to: 'reviewed' } });
  });
});

test('the whole narrative stands in a sentence', () => {
  const content = sampleContent();
  expect(overviewSentence(readPartReviews([], content))).toBe('No part is reviewed yet.');
  const states = { release: 'reviewed', brief: 'reviewed', plan: 'ready' } as const;
  const records = [given({ version: 'other' }), signing({ version: 'other' })];
  expect(overviewSentence(readPartReviews(records, { ...content, states }))).toBe(
    '2 of 8 parts reviewed, 1 changed since, 1 ready or in review.',
  );
});
