import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type DrawnElement,
  type DrawnMockup,
  drawnMockupSchema,
  drawnShelfSchema,
  mockupIds,
} from '../../core/screens/drawnMockup';

const folder = join(import.meta.dirname, '../../templates/screens');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

const mockups = mockupIds.map((id) => drawnMockupSchema.parse(read(id)));
const components = drawnShelfSchema.parse(read('components'));

/** Left, upper, right and lower edge; the width of words is known only to a page, so it counts as nothing. */
function edges(element: DrawnElement): [number, number, number, number] {
  if ('box' in element) {
    const [x, y, width, height] = element.box;
    return [x, y, x + width, y + height];
  }
  const [x, y] = element.at;
  if (element.type === 'text') return [x, y, x, y + element.size * element.text.split('\n').length];
  const across = element.points.map((point) => x + point[0]);
  const down = element.points.map((point) => y + point[1]);
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
}

const outside = ({ width, height, elements }: DrawnMockup) =>
  elements.filter((element) => {
    const [left, top, right, bottom] = edges(element);
    return left < -0.5 || top < -0.5 || right > width + 0.5 || bottom > height + 0.5;
  });

const wordsIn = ({ elements }: DrawnMockup) =>
  elements.flatMap((element) =>
    element.type === 'text' ? [element.text] : 'label' in element && element.label ? [element.label] : [],
  );

describe('the mock-ups', () => {
  test('are all there, and nothing else lies beside them', () => {
    const names = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
    expect(names.toSorted()).toEqual([...mockupIds, 'components'].toSorted());
    expect(mockups.map((mockup) => mockup.id)).toEqual([...mockupIds]);
  });

  test('have one title each', () => {
    const titles = [...mockups, ...components].map((mockup) => mockup.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each([...mockups, ...components].map((mockup) => [mockup.id, mockup] as const))(
    '%s stays within its own size',
    (_, mockup) => {
      expect(outside(mockup)).toEqual([]);
    },
  );

  test.each(mockups.map((mockup) => [mockup.id, wordsIn(mockup)] as const))(
    '%s speaks plain words of one product',
    (_, words) => {
      expect(words.length).toBeGreaterThanOrEqual(10);
      expect(words.join('\n')).not.toMatch(/lorem|ipsum|placeholder|\bfoo\b|!|oops/i);
    },
  );

  test('lines begin where they are placed, as the drawing editor wants it', () => {
    const lines = [...mockups, ...components].flatMap((mockup) =>
      mockup.elements.flatMap((element) => ('points' in element ? [element] : [])),
    );
    expect(lines.filter(({ points }) => points[0]?.[0] !== 0 || points[0]?.[1] !== 0)).toEqual([]);
  });
});

test('the shelf has twenty components or more, each small enough to stand on a screen', () => {
  expect(components.length).toBeGreaterThanOrEqual(20);
  expect(new Set(components.map((component) => component.id)).size).toBe(components.length);
  expect(components.filter(({ width, height }) => width > 600 || height > 240)).toEqual([]);
});
