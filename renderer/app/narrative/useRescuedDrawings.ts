import { useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { remoteOrigin } from '../../../core/narrative/narrativeDoc';
import { screensMap } from '../../../core/narrative/recordMaps';
import { readScreen, rescueDrawing, writeScreen } from '../../../core/screens/screenChanges';
import type { ScreenPicture, ScreenVersion } from '../../../core/screens/screenRecord';

/**
 * Keeps drawings of this window that another one replaced at the same moment: of two changes of one screen the later
 * wins as a whole, so the other drawing would be nowhere. It becomes a version.
 */
export function useRescuedDrawings(doc: Y.Doc) {
  const own = useRef(new Map<string, ScreenVersion>());
  useEffect(() => {
    const known = own.current;
    const screens = screensMap(doc);
    const onChange = ({ keysChanged, transaction }: Y.YMapEvent<unknown>) => {
      for (const id of keysChanged) {
        const drawn = typeof id === 'string' ? known.get(id) : undefined;
        if (!drawn || typeof id !== 'string') continue;
        const record = readScreen(doc, id);
        // What this window changes or takes back itself is meant.
        if (transaction.origin !== remoteOrigin) forgetReplaced(known, id, record?.picture ?? null);
        else if (record) {
          const rescued = rescueDrawing(record, drawn);
          if (rescued !== record) writeScreen(doc, rescued, null);
        }
      }
    };
    screens.observe(onChange);
    return () => {
      screens.unobserve(onChange);
      known.clear();
    };
  }, [doc]);
  return {
    note: (id: string, drawn: ScreenVersion) => void own.current.set(id, drawn),
    /** Whether this is what the window kept last. */
    isOwn: (id: string, picture: ScreenPicture | null) =>
      picture !== null && own.current.get(id)?.scene === picture.scene,
  };
}

function forgetReplaced(known: Map<string, ScreenVersion>, id: string, picture: ScreenPicture | null): void {
  if (known.get(id)?.png !== picture?.png) known.delete(id);
}
