import { useEffect, useMemo, useRef } from 'react';
import { forgetPromise, keepPromise, letGo, linkPromise } from '../../../core/thread/changeThread';
import type { Thread } from '../../../core/thread/readThread';
import { goToSection } from '../../editor/outline';
import { goToPromise } from '../../editor/promise/promiseCommands';
import { showEnd } from '../../editor/promise/showEnd';
import type { OpenSession } from '../../editor/session/openSession';
import type { MapActions } from '../../features/thread/map/mapActions';
import { ThreadSheet } from '../../features/thread/map/ThreadSheet';
import { showToast } from '../../ui/showToast';
import { useCommand, useKeyPlatform } from '../commands/CommandProvider';
import { keysForPeople, keysOf } from '../commands/keys';
import type { NarrativeSheet } from '../routing/route';
import { threadHistory } from './threadHistory';
import type { Visit } from './useVisit';

export interface ThreadRegionProps {
  session: OpenSession;
  thread: Thread;
  author: string;
  visit: Visit;
  openSheet: (sheet: NarrativeSheet) => void;
}

/** The map of the golden thread, with what can be done from it. */
export function ThreadRegion({ session, thread, author, visit, openSheet }: ThreadRegionProps) {
  const platform = useKeyPlatform();
  const changes = useThreadChanges(session, author);
  const latest = useRef({ visit, openSheet });
  useEffect(() => {
    latest.current = { visit, openSheet };
  });
  // Rows of a long map are drawn again only when their words change, so what they call must stay the same.
  const moves = useMemo(
    () =>
      threadMoves(
        (part, run) => latest.current.visit(part, run),
        (sheet) => latest.current.openSheet(sheet),
      ),
    [],
  );
  return (
    <ThreadSheet
      {...changes}
      {...moves}
      thread={thread}
      language={session.meta().language}
      markKeys={keysForPeople(keysOf('edit.promise', platform) ?? '', platform.mac)}
      onGoToRelease={() => visit('release', (editor) => void editor.commands.focus())}
    />
  );
}

function threadMoves(visit: Visit, openSheet: ThreadRegionProps['openSheet']) {
  return {
    onGoToEnd(end) {
      // What stands in no text is only listed: a screen on its own sheet, a source card beside the text.
      if (end.kind === 'screen' && end.place.section === '') openSheet('screens');
      else visit(end.place.part, (editor) => void showEnd(editor, end));
    },
    onGoToStory: (useCase) => visit('experience', (editor) => void goToSection(editor, useCase)),
    onGoToPromise: (promise) => visit('release', (editor) => void goToPromise(editor, promise)),
  } satisfies Partial<MapActions>;
}

/** Changes of the thread, each one step of undo. */
function useThreadChanges(session: OpenSession, author: string) {
  const history = threadHistory(session.doc);
  useCommand('edit.undo', () => void history.undo());
  useCommand('edit.redo', () => void history.redo());
  return useMemo(() => {
    const { doc } = session;
    const inOneStep = (message: string, change: () => void) => {
      change();
      showToast({ message, action: { label: 'Undo', run: () => void history.undo() } });
    };
    const writer = () => ({ by: author, at: new Date().toISOString(), origin: history });
    return {
      onLink: (promise, end, instead) =>
        inOneStep('Linked', () =>
          doc.transact(() => {
            if (instead) letGo(doc, instead.id, history);
            linkPromise(doc, { promise, end }, writer());
          }, history),
        ),
      onLetGo: (link) => inOneStep('Let go', () => letGo(doc, link.id, history)),
      onForget: ({ id }) => inOneStep('Let go', () => forgetPromise(doc, id, history)),
      onImportant: (promise, isImportant) => keepPromise(doc, { ...promise, isImportant }, writer()),
    } satisfies Partial<MapActions>;
  }, [session, history, author]);
}
