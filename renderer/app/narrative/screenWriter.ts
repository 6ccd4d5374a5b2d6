import type * as Y from 'yjs';
import { putDrawing, readScreen, restoreVersion, writeScreen } from '../../../core/screens/screenChanges';
import type { ScreenPicture, ScreenRecord } from '../../../core/screens/screenRecord';
import type { OwnDrawings } from './ownDrawings';

interface ScreenWriterSetup {
  doc: Y.Doc;
  /** Takes the changes back; null where no text is open that could. */
  history: Y.UndoManager | null;
  author: string;
  /** Null before the window shows anything. */
  own: OwnDrawings | null;
}

/** Changes of one screen, each a step of its own. A screen that is gone by then stays gone. */
export function screenWriter({ doc, history, author, own }: ScreenWriterSetup) {
  const made = () => ({ by: author, at: new Date().toISOString() });
  const write = (record: ScreenRecord) => {
    history?.stopCapturing();
    writeScreen(doc, record, history);
    history?.stopCapturing();
  };
  const change = (id: string, changed: (record: ScreenRecord) => ScreenRecord) => {
    const record = readScreen(doc, id);
    if (record) write(changed(record));
  };
  return {
    made,
    write,
    change,
    keepDrawing(id: string, picture: ScreenPicture, isFurther: boolean) {
      // One that somebody else drew meanwhile becomes a version, however this one came about.
      const goesOn = isFurther && own?.isOwn(id, readScreen(doc, id)?.picture ?? null) === true;
      const now = made();
      change(id, (record) => putDrawing(record, picture, { ...now, isFurther: goesOn }));
      own?.note(id, { ...picture, savedAt: now.at, savedBy: now.by });
    },
    takeVersion: (id: string, index: number) => change(id, (record) => restoreVersion(record, index, made())),
  };
}
