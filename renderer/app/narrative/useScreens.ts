import { useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { readScreen } from '../../../core/screens/screenChanges';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { goToScreen, insertScreen } from '../../editor/screen/screenCommands';
import type { ScreenDesk } from '../../editor/screen/screenOptions';
import { useCommand } from '../commands/CommandProvider';
import { askForWords } from './askForWords';
import type { OpenPart } from './openPart';
import { OwnDrawings } from './ownDrawings';
import { screenWriter } from './screenWriter';

/** What is done with screens over the text; one thing at a time. */
export type ScreenTask = { kind: 'choose' } | { kind: ScreenTaskKind; id: string };
export type ScreenTaskKind = 'draw' | 'versions' | 'hotspots' | 'words';

interface ScreensSetup extends Pick<OpenPart, 'session' | 'part' | 'editor'> {
  author: string;
}

/** Screens of the open narrative: what is done with one now, and how it changes. */
export function useScreens({ session, part, editor, author }: ScreensSetup) {
  const { doc } = session;
  const [task, setTask] = useState<ScreenTask | null>(null);
  const after = useAfter(task === null);
  const own = useOwnDrawings(doc);
  const writer = screenWriter({ doc, history: editor && session.undoManager(part), author, own });
  const open = (kind: ScreenTaskKind) => (id: string) => setTask({ kind, id });
  const desk: ScreenDesk = {
    draw: open('draw'),
    choose: () => setTask({ kind: 'choose' }),
    showVersions: open('versions'),
    showHotspots: open('hotspots'),
  };
  useCommand('edit.screen', editor && desk.choose);
  return {
    task,
    desk,
    writer,
    open,
    close: () => setTask(null),
    /** A new screen into the text, if one is open, to be drawn at once. */
    begin(record: ScreenRecord) {
      if (editor) insertScreen(editor, record);
      else writer.write(record);
      setTask({ kind: 'draw', id: record.id });
    },
    /** A screen that is there into the text once more. */
    place(id: string) {
      const record = readScreen(doc, id);
      if (editor && record) insertScreen(editor, record);
      after(() => void (editor && goToScreen(editor, id)));
      setTask(null);
    },
    /** Back from the drawing: to its place, where a drawing that nobody described asks for words. */
    leaveDrawing(id: string) {
      const record = readScreen(doc, id);
      const asks = record?.picture != null && record.alt.trim() === '';
      if (!editor && asks) return setTask({ kind: 'words', id });
      after(() => editor && askForWords(editor, id, asks));
      setTask(null);
    },
  };
}

/** Everything that may be done with screens, as what shows them takes it. */
export type ScreensHere = ReturnType<typeof useScreens>;

function useOwnDrawings(doc: Y.Doc): OwnDrawings | null {
  const [own, setOwn] = useState<OwnDrawings | null>(null);
  useEffect(() => {
    const kept = new OwnDrawings(doc);
    setOwn(kept);
    return () => kept.stop();
  }, [doc]);
  return own;
}

/** Does something once nothing lies over the text any more: until then nothing below may take the focus. */
function useAfter(isFree: boolean): (run: () => void) => void {
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (!isFree) return;
    waiting.current?.();
    waiting.current = null;
  }, [isFree]);
  return (run) => {
    waiting.current = run;
  };
}
