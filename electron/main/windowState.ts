import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const windowStateSchema = z.object({
  /** Null lets the system choose. */
  position: z.object({ x: z.int(), y: z.int() }).nullable(),
  width: z.int().min(640).max(20_000),
  height: z.int().min(480).max(20_000),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

const firstState: WindowState = { position: null, width: 1280, height: 860, isMaximized: false };

/** How much of a window must be on a screen to be found and moved: a piece of its title bar. */
const grip = { width: 120, height: 40 };

/** The window as it was left; the first size when nothing readable was left. */
export function readWindowState(file: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return firstState;
  }
}

/** Writes durably and at once, since it runs while the window closes. Throws when the disk refuses. */
export function writeWindowState(file: string, state: WindowState): void {
  const draft = `${file}.new`;
  const descriptor = openSync(draft, 'w', 0o600);
  try {
    writeSync(descriptor, JSON.stringify(state));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
}

/** Forgets a position that no screen shows any more, as when a second screen was taken away. */
export function placeOnScreen(state: WindowState, workAreas: Rectangle[]): WindowState {
  const { position, width } = state;
  const isReachable = workAreas.some(
    (area) =>
      position !== null &&
      Math.min(position.x + width, area.x + area.width) - Math.max(position.x, area.x) >= grip.width &&
      position.y >= area.y &&
      position.y <= area.y + area.height - grip.height,
  );
  return isReachable ? state : { ...state, position: null };
}
