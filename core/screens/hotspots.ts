import type { Hotspot } from './screenRecord';

/** No side is smaller, as a share of the picture: a place must stay large enough to be pressed. */
export const leastSide = 0.04;

/** Place and size of a hotspot, as shares of the picture. */
export type HotspotBox = Pick<Hotspot, 'x' | 'y' | 'width' | 'height'>;

/** Places as people read a page: by rows from the top, each from the left. */
export function hotspotsInOrder(hotspots: readonly Hotspot[]): Hotspot[] {
  return hotspots.toSorted((a, b) => rowOf(a) - rowOf(b) || a.x - b.x);
}

/** Neighbours whose upper edges differ by less than a twentieth of the picture stand in one row. */
const rowOf = ({ y }: HotspotBox) => Math.round(y * 20);

/** The box moved as far as the picture goes. */
export function moveBox<T extends HotspotBox>(box: T, right: number, down: number): T {
  return keepInside({ ...box, x: box.x + right, y: box.y + down });
}

/** The box with its lower right corner moved, never smaller than can be pressed and never out of the picture. */
export function sizeBox<T extends HotspotBox>(box: T, wider: number, taller: number): T {
  const width = between(box.width + wider, leastSide, 1 - box.x);
  const height = between(box.height + taller, leastSide, 1 - box.y);
  return keepInside({ ...box, width, height });
}

/** The box between two corners in any order. */
export function boxBetween(a: readonly [number, number], b: readonly [number, number]): HotspotBox {
  const [x, y] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
  return keepInside({ x, y, width: Math.abs(a[0] - b[0]), height: Math.abs(a[1] - b[1]) });
}

function keepInside<T extends HotspotBox>(box: T): T {
  const width = between(box.width, leastSide, 1);
  const height = between(box.height, leastSide, 1);
  return { ...box, width, height, x: between(box.x, 0, 1 - width), y: between(box.y, 0, 1 - height) };
}

const between = (value: number, least: number, most: number) => Math.max(Math.min(value, most), least);
