import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import { type HotspotBox, moveBox, sizeBox } from '../../../core/screens/hotspots';
import type { Hotspot, ScreenRecord } from '../../../core/screens/screenRecord';
import { pictureOfScreen } from './framePicture';
import classes from './Hotspots.module.css';
import { ScreenImage } from './ScreenImage';
import type { Hotspots } from './useHotspots';
import { usePlaceDrag } from './usePlaceDrag';

export interface HotspotSheetProps {
  screen: ScreenRecord;
  places: Hotspots;
  selected: string;
  onSelect: (id: string) => void;
  onAdd: (box: HotspotBox) => void;
}

const keyStep = 0.01;

/** The picture with its places on it. */
export function HotspotSheet({ screen, places, selected, onSelect, onAdd }: HotspotSheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const drag = usePlaceDrag({ sheet, onAdd, onBox: places.change, onSelect });
  const added = useRef(places.hotspots.length);
  useEffect(() => {
    if (places.hotspots.length > added.current) focusPlace(sheet.current, selected);
    added.current = places.hotspots.length;
  }, [places.hotspots.length, selected]);
  const picture = pictureOfScreen(screen);
  if (picture.kind !== 'picture' || !picture.size)
    return <p className={classes.none}>Draw the screen first.</p>;
  const size = { '--ratio': picture.size.ratio } as CSSProperties;
  return (
    <div className={classes.room}>
      <div ref={sheet} className={classes.sheet} style={size} {...drag.onSheet}>
        <ScreenImage
          asset={picture.asset}
          alt={picture.alt}
          lost={<p className={classes.none}>The file of this picture is no longer in the library.</p>}
        />
        {places.hotspots.map((place, index) => (
          <button
            key={place.id}
            type="button"
            className={classes.place}
            data-place={place.id}
            data-selected={place.id === selected || undefined}
            style={styleOf(place)}
            aria-label={`Place ${index + 1}${place.label === '' ? '' : `: ${place.label}`}`}
            aria-describedby="place-keys"
            onFocus={() => onSelect(place.id)}
            onKeyDown={(event) => editByKey(event, place, places)}
            {...drag.onPlace(place)}
          >
            <span className={classes.badge}>{index + 1}</span>
            <span className={classes.corner} data-corner aria-hidden />
          </button>
        ))}
        {drag.drawn && <span className={classes.drawn} style={styleOf(drag.drawn)} />}
      </div>
    </div>
  );
}

const styleOf = ({ x, y, width, height }: HotspotBox): CSSProperties => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

function focusPlace(sheet: HTMLElement | null, id: string): void {
  sheet?.querySelector<HTMLElement>(`[data-place="${CSS.escape(id)}"]`)?.focus();
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-keyStep, 0],
  ArrowRight: [keyStep, 0],
  ArrowUp: [0, -keyStep],
  ArrowDown: [0, keyStep],
};

function editByKey(event: KeyboardEvent, place: Hotspot, places: Hotspots): void {
  const direction = directions[event.key];
  if (direction) {
    const edit = event.shiftKey ? sizeBox : moveBox;
    places.change(place.id, edit(place, ...direction));
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    const sheet = event.currentTarget.parentElement;
    places.remove(place.id);
    focusPlace(sheet, neighbourOf(place, places.hotspots));
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function neighbourOf(place: Hotspot, hotspots: readonly Hotspot[]): string {
  const index = hotspots.findIndex(({ id }) => id === place.id);
  return (hotspots[index + 1] ?? hotspots[index - 1])?.id ?? '';
}
