import { useState } from 'react';
import type { HotspotBox } from '../../../core/screens/hotspots';
import type { Hotspot } from '../../../core/screens/screenRecord';

export interface Hotspots {
  hotspots: Hotspot[];
  isChanged: boolean;
  /** Adds a place, in the middle unless a box is given, and returns its id. */
  add: (box?: HotspotBox) => string;
  change: (id: string, patch: Partial<Hotspot>) => void;
  remove: (id: string) => void;
}

const middle: HotspotBox = { x: 0.4, y: 0.45, width: 0.2, height: 0.1 };

/** The places of a screen while they are edited; nothing is written before somebody is done. */
export function useHotspots(kept: readonly Hotspot[]): Hotspots {
  const [edited, setEdited] = useState<Hotspot[] | null>(null);
  const change = (next: (places: readonly Hotspot[]) => Hotspot[]) =>
    setEdited((places) => next(places ?? kept));
  return {
    hotspots: edited ?? [...kept],
    isChanged: edited !== null,
    add: (box = middle) => {
      const id = crypto.randomUUID();
      change((places) => [...places, { id, ...box, label: '', to: '' }]);
      return id;
    },
    change: (id, patch) =>
      change((places) => places.map((place) => (place.id === id ? { ...place, ...patch } : place))),
    remove: (id) => change((places) => places.filter((place) => place.id !== id)),
  };
}
