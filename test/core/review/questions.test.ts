import { expect, test } from 'vitest';
import {
  commitmentNames,
  customerIntroduction,
  customerQuestions,
  disappointmentNames,
  reactionNames,
} from '../../../core/review/excitement/questions';
import { modelIntroduction, modelQuestions } from '../../../core/review/modelCheck/prompts';
import { commitments, disappointments, reactions } from '../../../core/review/records/excitement';
import { modelPrompts } from '../../../core/review/records/modelChecks';

test('the questions stand in the order of their records', () => {
  expect(Object.keys(modelQuestions)).toEqual([...modelPrompts]);
  expect(Object.keys(reactionNames)).toEqual([...reactions]);
  expect(Object.keys(disappointmentNames)).toEqual([...disappointments]);
  expect(Object.keys(commitmentNames)).toEqual([...commitments]);
});

test('the questions ask calmly, and no question or choice is there twice', () => {
  const asked = [
    ...Object.values(modelQuestions).map(({ question }) => question),
    ...Object.values(customerQuestions).map(({ question }) => question),
    ...Object.values(disappointmentNames),
    ...Object.values(commitmentNames).map(({ choice }) => choice),
  ];
  expect(new Set(asked).size).toBe(asked.length);
  expect([modelIntroduction, customerIntroduction, ...asked].join(' ')).not.toMatch(/!/);
});
