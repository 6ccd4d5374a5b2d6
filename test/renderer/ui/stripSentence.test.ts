import { expect, test } from 'vitest';
import type { NarrativeStage } from '../../../core/narrative/meta';
import type { PartState } from '../../../core/narrative/partState';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import { stripSentence } from '../../../renderer/ui/partStateWords';

interface Strip {
  written?: Partial<Record<PartKey, PartState>>;
  stage?: NarrativeStage;
  openQuestions?: number;
  changedSinceReview?: number;
}

function sentenceOf(strip: Strip): string {
  const { written = {}, stage = 'drafting', openQuestions = 0, changedSinceReview = 0 } = strip;
  const unwritten = partKeys.map((key) => [key, key === 'feasibility' ? 'locked' : 'empty'] as const);
  const states = { ...Object.fromEntries(unwritten), ...written } as Record<PartKey, PartState>;
  return stripSentence({ states, openQuestions, changedSinceReview, meta: { stage } });
}

test.each<[Strip, string]>([
  [{}, 'Nothing written yet'],
  [{ written: { brief: 'drafted' } }, 'Customer questions started'],
  [{ written: { release: 'drafted' } }, '1 of 8 drafted'],
  [{ written: { brief: 'reviewed', release: 'drafted', plan: 'ready' } }, '3 of 8 drafted'],
  [{ written: { brief: 'ready', release: 'drafted' }, openQuestions: 1 }, '2 of 8 drafted, 1 question open'],
  [
    { written: { brief: 'ready', release: 'drafted' }, openQuestions: 11 },
    '2 of 8 drafted, 11 questions open',
  ],
  [{ written: { brief: 'reviewed', release: 'inReview' }, stage: 'inReview' }, 'In review, 1 of 8 reviewed'],
  [{ written: { brief: 'reviewed', release: 'reviewed' }, stage: 'decided' }, 'Decided, 2 of 8 reviewed'],
  [
    { written: { brief: 'reviewed' }, stage: 'inReview', changedSinceReview: 1 },
    'In review, 1 of 8 reviewed, 1 changed since',
  ],
])('%j reads %s', (strip, sentence) => {
  expect(sentenceOf(strip)).toBe(sentence);
});
