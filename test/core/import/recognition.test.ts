import { describe, expect, it } from 'vitest';
import { measurePlaces } from './report/measurePlaces';
import { readShapes } from './report/readShapes';

const share = (right: number, all: number) => right / all;

describe.each(['practice', 'unseen', 'unseen2'] as const)('the %s set of shapes', (set) => {
  const measured = readShapes(set).map(measurePlaces);
  const sum = (key: 'paragraphs' | 'rightPart' | 'labelledSections' | 'rightSection') =>
    measured.reduce((total, text) => total + text[key], 0);

  it('lands nine of ten paragraphs in the right part', () => {
    expect(share(sum('rightPart'), sum('paragraphs'))).toBeGreaterThanOrEqual(0.9);
  });

  it('lands nine of ten paragraphs of releases in the right section', () => {
    expect(share(sum('rightSection'), sum('labelledSections'))).toBeGreaterThanOrEqual(0.9);
  });
});
