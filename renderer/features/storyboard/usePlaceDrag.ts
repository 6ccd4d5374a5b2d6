import { type PointerEvent, type RefObject, useState } from 'react';
import { boxBetween, type HotspotBox, moveBox, sizeBox } from '../../../core/screens/hotspots';
import type { Hotspot } from '../../../core/screens/screenRecord';

type Point = readonly [number, number];

type Drag =
  | { act: 'draw'; from: Point; box: HotspotBox }
  | { act: 'move' | 'size'; from: Point; place: Hotspot };

interface PlaceDragOptions {
  sheet: RefObject<HTMLDivElement | null>;
  onAdd: (box: HotspotBox) => void;
  onBox: (id: string, box: HotspotBox) => void;
  onSelect: (id: string) => void;
}

/** A shorter way is a click that trembled, no place. */
const leastWay = 0.01;

/** Drawing, moving and sizing places with the pointer. `drawn` is the box that is being drawn. */
export function usePlaceDrag({ sheet, onAdd, onBox, onSelect }: PlaceDragOptions) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const area = sheet.current?.getBoundingClientRect();
    if (!area) return [0, 0];
    return [share(clientX - area.left, area.width), share(clientY - area.top, area.height)];
  };
  const begin = (event: PointerEvent, next: Drag) => {
    if (event.button !== 0) return;
    // The sheet takes every later move, also those that leave it.
    sheet.current?.setPointerCapture(event.pointerId);
    setDrag(next);
  };

  return {
    drawn: drag?.act === 'draw' && isWay(drag) ? drag.box : null,
    onSheet: {
      onPointerDown: (event: PointerEvent) => {
        const from = pointOf(event);
        begin(event, { act: 'draw', from, box: { x: from[0], y: from[1], width: 0, height: 0 } });
      },
      onPointerMove: (event: PointerEvent) => {
        if (!drag) return;
        const to = pointOf(event);
        if (drag.act === 'draw') return setDrag({ ...drag, box: boxBetween(drag.from, to) });
        const edit = drag.act === 'move' ? moveBox : sizeBox;
        onBox(drag.place.id, edit(drag.place, to[0] - drag.from[0], to[1] - drag.from[1]));
      },
      onPointerUp: (event: PointerEvent) => {
        const to = pointOf(event);
        setDrag(null);
        if (drag?.act === 'draw' && isFar(drag.from, to)) onAdd(boxBetween(drag.from, to));
      },
      onPointerCancel: () => setDrag(null),
    },
    onPlace: (place: Hotspot) => ({
      onPointerDown: (event: PointerEvent) => {
        event.stopPropagation();
        onSelect(place.id);
        const isCorner = event.target instanceof HTMLElement && event.target.dataset.corner !== undefined;
        begin(event, { act: isCorner ? 'size' : 'move', from: pointOf(event), place });
      },
    }),
  };
}

const isWay = ({ box, from }: Extract<Drag, { act: 'draw' }>) =>
  isFar(from, [box.x, box.y]) || isFar(from, [box.x + box.width, box.y + box.height]);

const isFar = (from: Point, to: Point) =>
  Math.abs(from[0] - to[0]) > leastWay && Math.abs(from[1] - to[1]) > leastWay;

const share = (value: number, whole: number) => (whole === 0 ? 0 : Math.min(Math.max(value / whole, 0), 1));
