import { expect, test } from 'vitest';
import { type DrawnElement, drawnMockupSchema, mockupColours } from '../../../core/screens/drawnMockup';
import { mockupSkeletonSchema, toMockupSkeleton } from '../../../core/screens/mockups';

const drawn = (...elements: DrawnElement[]) => ({
  id: 'phone',
  title: 'Phone',
  words: 'A list.',
  width: 400,
  height: 300,
  elements,
});

const only = (element: DrawnElement) => toMockupSkeleton(drawn(element)).elements[0];

test('draws straight, in its own colours, with words in the two fonts that are shipped', () => {
  const mockup = toMockupSkeleton(
    drawn(
      { type: 'rectangle', box: [0, 0, 40, 20], fill: 'wash', stroke: 'line', corner: 8, label: 'Save' },
      { type: 'ellipse', box: [0, 0, 20, 20], opacity: 40 },
      { type: 'arrow', at: [0, 0], points: [[0, 0], [9, 9]], dashed: true, weight: 2 }, // biome-ignore format: a point is a pair
      { type: 'text', at: [0, 0], text: 'ls', size: 18, tone: 'ink', font: 'mono' },
    ),
  );
  expect(mockupSkeletonSchema.parse(mockup)).toEqual(mockup);
  expect(mockup.elements).toMatchObject([
    {
      backgroundColor: mockupColours.wash,
      roughness: 0,
      roundness: { type: 3, value: 8 },
      label: { text: 'Save', fontFamily: 6 },
    },
    { strokeColor: 'transparent', opacity: 40 },
    { strokeStyle: 'dashed', strokeWidth: 2 },
    { fontFamily: 3, textAlign: 'left' },
  ]);
});

test('says the extent of a line, and never 0, which the drawing editor would take for 100', () => {
  const line: DrawnElement = { type: 'line', at: [10, 10], points: [[0, 0], [0, 80]] }; // biome-ignore format: a point is a pair
  expect(only(line)).toMatchObject({ x: 10, width: 0.01, height: 80 });
});

test('draws a pill as a closed line inside its box', () => {
  const pill = only({ type: 'pill', box: [100, 50, 44, 24], stroke: 'edge', fill: 'paper' });
  if (pill?.type !== 'line') throw new Error('A pill is a line.');
  expect(pill.points[0]).toEqual([0, 0]);
  expect(pill.points.at(-1)).toEqual([0, 0]);
  for (const [across, down] of pill.points) {
    expect(pill.x + across).toBeGreaterThan(99.99);
    expect(pill.x + across).toBeLessThan(144.01);
    expect(pill.y + down).toBeGreaterThan(49.99);
    expect(pill.y + down).toBeLessThan(74.01);
  }
});

test.each([
  ['a colour of its own', { type: 'ellipse', box: [0, 0, 9, 9], fill: '#ff0000' }],
  ['a font of its own', { type: 'text', at: [0, 0], text: 'a', size: 16, tone: 'ink', font: 'Excalifont' }],
  ['no size', { type: 'rectangle', box: [0, 0, 0, 9] }],
  ['an unknown shape', { type: 'image', box: [0, 0, 9, 9] }],
  ['a link', { type: 'ellipse', box: [0, 0, 9, 9], link: 'https://example.org' }],
])('refuses a file whose shape has %s', (_, element) => {
  expect(drawnMockupSchema.safeParse({ ...drawn(), elements: [element] }).success).toBe(false);
});
