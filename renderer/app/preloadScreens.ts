const screens = [
  () => import('./narrative/NarrativeScreen'),
  () => import('./new/NewScreen'),
  () => import('./library/EmptyLibrary'),
];

/**
 * Fetches the screens that were left for later once the first one stands, so that going from one to another
 * never needs the host: words that could not be saved must be reachable even when it has stopped.
 */
export function preloadScreens(): void {
  setTimeout(() => {
    // What could not be fetched is asked for again by the screen that needs it.
    for (const load of screens) load().catch(() => undefined);
  }, restMs);
}

/** Long enough for the first screen to be drawn. */
const restMs = 1000;
