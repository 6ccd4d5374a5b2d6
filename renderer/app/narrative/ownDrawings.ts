import type * as Y from 'yjs';
import { remoteOrigin } from '../../../core/narrative/narrativeDoc';
import { screensMap } from '../../../core/narrative/recordMaps';
import { readScreen, rescueDrawing, writeScreen } from '../../../core/screens/screenChanges';
import type { ScreenPicture, ScreenVersion } from '../../../core/screens/screenRecord';

/**
 * Remembers what this window drew last on each screen, and rescues it when another window replaced it at the same
 * moment: of two changes of one screen the later wins as a whole, so the other drawing would be nowhere. It becomes
 * a version. `stop` it with the window.
 */
export class OwnDrawings {
  readonly #doc: Y.Doc;
  readonly #drawn = new Map<string, ScreenVersion>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    screensMap(doc).observe(this.#onChange);
  }

  note(id: string, drawn: ScreenVersion): void {
    this.#drawn.set(id, drawn);
  }

  /** Whether this is what the window drew last on that screen. */
  isOwn(id: string, picture: ScreenPicture | null): boolean {
    return picture !== null && this.#drawn.get(id)?.scene === picture.scene;
  }

  stop(): void {
    screensMap(this.#doc).unobserve(this.#onChange);
  }

  readonly #onChange = ({ keysChanged, transaction }: Y.YMapEvent<unknown>): void => {
    for (const id of keysChanged) if (typeof id === 'string') this.#compare(id, transaction.origin);
  };

  #compare(id: string, origin: unknown): void {
    const drawn = this.#drawn.get(id);
    if (!drawn) return;
    const record = readScreen(this.#doc, id);
    if (origin !== remoteOrigin) {
      // What this window replaces or takes back itself is meant.
      if (record?.picture?.png !== drawn.png) this.#drawn.delete(id);
    } else if (record) {
      const rescued = rescueDrawing(record, drawn);
      if (rescued !== record) writeScreen(this.#doc, rescued, null);
    }
  }
}
