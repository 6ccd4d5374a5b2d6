import { DatelineError, toDatelineError } from '../../../core/api/errors';
import type { ScreenPicture } from '../../../core/screens/screenRecord';
import type { ExportedDrawing } from './exportDrawing';

/** What the keeper needs of the sheet. */
export interface KeptSheet {
  version(): string;
  isEmpty(): boolean;
  export(): Promise<ExportedDrawing>;
}

export interface KeeperPorts {
  sheet: KeptSheet;
  /** Version of the sheet that is kept already; null when what lies there was never kept. */
  keptVersion: string | null;
  /** Scene that the screen shows at the moment, '' without one; null when the screen is gone. */
  shownScene: () => string | null;
  /** Makes a drawing durable. Rejects when it could not. */
  store: (drawing: ExportedDrawing) => Promise<ScreenPicture>;
  /** `isFurther` for a drawing that goes on from one of this same sitting. */
  onKept: (picture: ScreenPicture, isFurther: boolean) => void;
  onState: (state: KeepState) => void;
}

export type KeepState =
  | { kind: 'kept' }
  | { kind: 'changed' }
  | { kind: 'keeping' }
  /** Somewhere else the screen got another drawing, or was deleted, since this one was opened. */
  | { kind: 'overtaken'; isGone: boolean }
  | { kind: 'failed'; error: DatelineError };

/** How long the sheet has to rest before it is kept by itself, in milliseconds. */
export const restMs = 10_000;

/**
 * Keeps a drawing: after a rest, and when asked. What was kept stays kept, and a drawing from elsewhere is never
 * replaced without a word. Belongs to one opened sheet; `stop` it when that is gone.
 */
export class Keeper {
  readonly #ports: KeeperPorts;
  #keptVersion: string | null;
  /** Scenes that this drawing goes on from: the one it was opened with and those kept since. */
  readonly #own: Set<string | null>;
  #hasKept = false;
  #state: KeepState = { kind: 'kept' };
  #isStopped = false;
  #running: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
    this.#keptVersion = ports.keptVersion;
    this.#own = new Set([ports.shownScene()]);
  }

  /** True while something on the sheet is not kept. An empty sheet has nothing to lose. */
  isUnkept(): boolean {
    const { sheet } = this.#ports;
    return !sheet.isEmpty() && sheet.version() !== this.#keptVersion;
  }

  /** True when everything was taken off a sheet that had something kept on it. */
  isCleared(): boolean {
    const { sheet } = this.#ports;
    return sheet.isEmpty() && this.#keptVersion !== null && sheet.version() !== this.#keptVersion;
  }

  /** To be called after every change of the sheet, also of what does not count. */
  noteChange(): void {
    // Somebody was asked what to do with another drawing; until then nothing happens by itself.
    if (this.#isStopped || this.#running || this.#state.kind === 'overtaken' || !this.isUnkept()) return;
    // Once: the sheet reports every movement of the pointer, and each report would draw the desk anew.
    if (this.#state.kind === 'kept') this.#tell({ kind: 'changed' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), restMs);
  }

  /** Keeps what lies on the sheet. True when all of it is kept; otherwise the state says why not. */
  async keep(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (!this.isUnkept()) return true;
    this.#running = this.#keepNow();
    const isKept = await this.#running.finally(() => {
      this.#running = null;
    });
    if (isKept) this.noteChange();
    return isKept && !this.isUnkept();
  }

  /** Keeps the drawing although there is another one by now; that one becomes an earlier version. */
  keepOver(): Promise<boolean> {
    this.#own.add(this.#ports.shownScene());
    return this.keep();
  }

  /** Nothing is kept by itself any more; what was not kept is let go. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** The sheet is about to go without anybody having asked: keeps what lies on it, read at once. */
  leave(): void {
    if (this.isUnkept()) void this.keep();
    this.stop();
  }

  #tell(state: KeepState): void {
    this.#state = state;
    this.#ports.onState(state);
  }

  async #keepNow(): Promise<boolean> {
    const { sheet, store, shownScene, onKept } = this.#ports;
    this.#tell({ kind: 'keeping' });
    try {
      const version = sheet.version();
      const picture = await store(await sheet.export());
      const shown = shownScene();
      if (!this.#own.has(shown)) {
        this.#tell({ kind: 'overtaken', isGone: shown === null });
        return false;
      }
      onKept(picture, this.#hasKept);
      this.#hasKept = true;
      this.#own.add(picture.scene);
      this.#keptVersion = version;
      this.#tell({ kind: 'kept' });
      return true;
    } catch (thrown) {
      this.#tell({ kind: 'failed', error: toDatelineError(thrown) });
      return false;
    }
  }
}

/** How a drawing is stored: without its SVG when that has something in it which the host refuses. */
export async function storeDrawing(
  keep: (drawing: ExportedDrawing) => Promise<ScreenPicture>,
  drawing: ExportedDrawing,
): Promise<ScreenPicture> {
  try {
    return await keep(drawing);
  } catch (thrown) {
    if (!(thrown instanceof DatelineError) || thrown.code !== 'unknown-content') throw thrown;
    // The picture shows the same; only its lines on paper are not as sharp.
    return keep({ ...drawing, svg: '' });
  }
}
