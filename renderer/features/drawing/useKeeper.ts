import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ScreenPicture, ScreenRecord } from '../../../core/screens/screenRecord';
import { toBase64 } from '../../client/base64';
import { useConnection } from '../../client/ConnectionProvider';
import type { Sheet } from './Drawing';
import type { ExportedDrawing } from './exportDrawing';
import { Keeper, type KeepState, storeDrawing } from './keeper';

export interface KeeperTarget {
  current: () => ScreenRecord | null;
  onKept: (picture: ScreenPicture, isFurther: boolean) => void;
}

/** Keeps what is drawn, and watches over it while the page is hidden or left. */
export function useKeeper(target: KeeperTarget) {
  const { call } = useConnection();
  const latest = useRef(target);
  latest.current = target;
  const keeper = useRef<Keeper>(null);
  const [state, setState] = useState<KeepState>({ kind: 'kept' });

  const open = useCallback(
    (sheet: Sheet, isKept: boolean) => {
      const send = async ({ scene, svg, png }: ExportedDrawing) =>
        (await call('screens.keep', { scene: toBase64(scene), svg, png: toBase64(png) })).picture;
      keeper.current?.stop();
      keeper.current = new Keeper({
        sheet,
        keptVersion: isKept ? sheet.version() : null,
        shownScene: () => {
          const record = latest.current.current();
          return record && (record.picture?.scene ?? '');
        },
        store: (drawing) => storeDrawing(send, drawing),
        onKept: (picture, isFurther) => latest.current.onKept(picture, isFurther),
        onState: setState,
      });
      keeper.current.noteChange();
    },
    [call],
  );
  const close = useCallback(() => {
    keeper.current?.stop();
    keeper.current = null;
  }, []);
  // Before the sheet goes, so that what lies on it can still be read.
  useLayoutEffect(() => () => keeper.current?.leave(), []);
  usePageWatch(keeper);
  return { keeper, state, open, close };
}

/** A page that is hidden may never be shown again; one that is left asks while something is not kept. */
function usePageWatch(keeper: { readonly current: Keeper | null }): void {
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void keeper.current?.keep();
    };
    const onLeaving = (event: BeforeUnloadEvent) => {
      if (!keeper.current?.isUnkept()) return;
      event.preventDefault();
      void keeper.current.keep();
    };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('beforeunload', onLeaving);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('beforeunload', onLeaving);
    };
  }, [keeper]);
}
