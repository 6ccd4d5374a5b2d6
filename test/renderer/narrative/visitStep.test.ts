import { describe, expect, test } from 'vitest';
import { visitStep } from '../../../renderer/app/narrative/useVisit';

const visit = { part: 'release', from: 'plan' } as const;

describe('a visit to another part', () => {
  test('waits until the text of that part is bound, then runs', () => {
    expect(visitStep(visit, { part: 'plan', isBound: true })).toBe('wait');
    expect(visitStep(visit, { part: 'release', isBound: false })).toBe('wait');
    expect(visitStep(visit, { part: 'release', isBound: true })).toBe('run');
  });

  test('is dropped when somebody goes elsewhere instead', () => {
    expect(visitStep(visit, { part: 'manuals', isBound: false })).toBe('drop');
    expect(visitStep(visit, { part: 'manuals', isBound: true })).toBe('drop');
  });

  test('runs at once in the part it was asked for in', () => {
    expect(visitStep({ part: 'plan', from: 'plan' }, { part: 'plan', isBound: true })).toBe('run');
  });
});
