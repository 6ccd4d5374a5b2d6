import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boxBetween,
  type HotspotBox,
  hotspotsInOrder,
  leastSide,
  moveBox,
  sizeBox,
} from '../../../core/screens/hotspots';
import type { Hotspot } from '../../../core/screens/screenRecord';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const way = fc.double({ min: -2, max: 2, noNaN: true });
const point = fc.tuple(share, share);
const box = fc.tuple(point, point).map(([a, b]) => boxBetween(a, b));

const tiny = 1e-9;
const isPlace = ({ x, y, width, height }: HotspotBox) =>
  x >= 0 &&
  y >= 0 &&
  width >= leastSide - tiny &&
  height >= leastSide - tiny &&
  x + width <= 1 + tiny &&
  y + height <= 1 + tiny;

test('a place stays inside the picture and large enough to press, however it is drawn, moved and sized', () => {
  fc.assert(
    fc.property(box, way, way, (drawn, across, down) => {
      expect(isPlace(drawn)).toBe(true);
      expect(isPlace(moveBox(drawn, across, down))).toBe(true);
      expect(isPlace(sizeBox(drawn, across, down))).toBe(true);
    }),
  );
});

test('moving keeps the size, sizing keeps the upper left corner', () => {
  fc.assert(
    fc.property(box, way, way, (drawn, across, down) => {
      const moved = moveBox(drawn, across, down);
      expect([moved.width, moved.height]).toEqual([drawn.width, drawn.height]);
      const sized = sizeBox(drawn, across, down);
      expect(Math.abs(sized.x - drawn.x)).toBeLessThan(tiny);
      expect(Math.abs(sized.y - drawn.y)).toBeLessThan(tiny);
    }),
  );
});

test('a box is the same whichever corner it was drawn from', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(boxBetween(a, b)).toEqual(boxBetween(b, a));
    }),
  );
});

test('places are read by rows, then from the left; a row may be a little uneven', () => {
  const at = (id: string, x: number, y: number): Hotspot => ({
    id,
    x,
    y,
    width: 0.1,
    height: 0.1,
    label: '',
    to: '',
  });
  const places = [at('foot', 0.1, 0.9), at('right', 0.8, 0.1), at('left', 0.1, 0.11), at('middle', 0.5, 0.5)];
  expect(hotspotsInOrder(places).map(({ id }) => id)).toEqual(['left', 'right', 'middle', 'foot']);
});
