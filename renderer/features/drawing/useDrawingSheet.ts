import { type ComponentType, useEffect, useState } from 'react';
import { DatelineError } from '../../../core/api/errors';
import type { DrawingProps } from './Drawing';

/** Loaded once for the life of the window. */
let loaded: ComponentType<DrawingProps> | null = null;

const load = async (): Promise<ComponentType<DrawingProps>> => {
  loaded = (await import('./Drawing')).default;
  return loaded;
};

/**
 * The sheet that is drawn on, once it has been loaded; null before. It is a large part of the app, so it is not
 * fetched until somebody draws. `onFailure` hears when it cannot be had; another `attempt` tries again.
 */
export function useDrawingSheet(
  attempt: number,
  onFailure: (error: DatelineError) => void,
): ComponentType<DrawingProps> | null {
  const [sheet, setSheet] = useState<ComponentType<DrawingProps> | null>(() => loaded);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks for it again
  useEffect(() => {
    if (sheet) return;
    let isGone = false;
    load()
      .then((component) => {
        if (!isGone) setSheet(() => component);
      })
      .catch(() => {
        if (!isGone) onFailure(notLoaded());
      });
    return () => {
      isGone = true;
    };
  }, [attempt, sheet, onFailure]);
  return sheet;
}

const notLoaded = () =>
  new DatelineError(
    'unreachable',
    'The drawing board could not be fetched.',
    'Nothing was changed. Look whether Dateline is still running, then try again.',
  );
