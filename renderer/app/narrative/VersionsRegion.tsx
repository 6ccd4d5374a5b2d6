import { useEffect } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { restoreContent } from '../../../core/review/versions/restoreContent';
import type { VersionEntry } from '../../../core/review/versions/versionEntry';
import { useConnection } from '../../client/ConnectionProvider';
import type { OpenSession } from '../../editor/session/openSession';
import { useSessionValue } from '../../editor/session/useSession';
import { VersionsSheet } from '../../features/versions/VersionsSheet';
import { reasonWords } from '../../features/versions/versionWords';
import { showToast } from '../../ui/showToast';
import { useCommand, useRunCommand } from '../commands/CommandProvider';
import type { SinceRead } from './useSinceRead';
import { versionHistory } from './versionHistory';

interface VersionsRegionProps {
  session: OpenSession;
  sinceRead: SinceRead;
}

/** The versions of the narrative, and how one is brought back. */
export function VersionsRegion({ session, sinceRead }: VersionsRegionProps) {
  const run = useRunCommand();
  const restore = useRestore(session);
  const { draft } = useSessionValue(session, (open) => open.meta());
  const { onLooked, read, isKnown } = sinceRead;
  useEffect(onLooked, [onLooked]);
  // What is compared first depends on what was read last.
  if (!isKnown) return null;
  return (
    <VersionsSheet
      id={session.id}
      draft={draft}
      lastRead={read && read.changes > 0 ? read.version : null}
      flush={session.flush}
      onRestore={restore}
      onNextDraft={() => run('narrative.nextDraft')}
    />
  );
}

/** Keeps the present, then has the shared document say what the version said: an ordinary change, in one step of undo. */
function useRestore(session: OpenSession): (entry: VersionEntry) => Promise<void> {
  const { call } = useConnection();
  const history = versionHistory(session.doc);
  useCommand('edit.undo', () => void history.undo());
  useCommand('edit.redo', () => void history.redo());
  return async (entry) => {
    const { id, doc } = session;
    const name = reasonWords(entry).slice(0, 200);
    const { content } = await call('versions.read', { id, version: entry.version });
    await session.flush();
    await call('versions.keep', { id, reason: 'beforeRestore', name });
    restoreContent(doc, content as NarrativeContent, history);
    await session.flush();
    showToast({
      message: `Restored: ${name}`,
      action: { label: 'Undo', run: () => void history.undo() },
    });
  };
}
