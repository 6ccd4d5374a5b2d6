import { Button } from '@mantine/core';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { OpenSession } from '../../editor/session/openSession';
import { useSaveStatus } from '../../editor/session/useSession';
import { SharedState } from '../../features/shared/SharedState';
import { PageGauge } from '../../features/status/PageGauge';
import { SaveState } from '../../features/status/SaveState';
import { StatusLine } from '../../features/status/StatusLine';
import { SinceReadLink } from '../../features/versions/SinceReadLink';
import { useRunCommand } from '../commands/CommandProvider';
import { routeHash } from '../routing/route';
import { EvidenceCount } from './EvidenceCount';
import classes from './Frame.module.css';
import { saveCopy } from './saveCopy';
import { useAfterSave } from './useAfterSave';
import type { SinceRead } from './useSinceRead';

interface StatusBarProps {
  session: OpenSession;
  content: NarrativeContent;
  part: PartKey;
  isFocused: boolean;
  sinceRead: SinceRead;
}

/** The foot of the window. Also the one way out of focus mode that can be seen. */
export function StatusBar({ session, content, part, isFocused, sinceRead }: StatusBarProps) {
  const run = useRunCommand();
  return (
    <footer className={classes.status} data-region>
      <StatusLine
        content={content}
        part={part}
        saveState={<SessionSaveState session={session} />}
        gauge={<SessionGauge session={session} part={part} />}
        language={session.meta().language}
      >
        {!isFocused && (
          <SinceReadLink
            read={sinceRead.read}
            href={routeHash({ screen: 'narrative', id: session.id, part: null, sheet: 'versions' })}
          />
        )}
        <SharedState id={session.id} />
        <EvidenceCount content={content} />
      </StatusLine>
      {isFocused && (
        <Button variant="subtle" size="compact-sm" onClick={() => run('view.focus')}>
          Leave focus mode
        </Button>
      )}
    </footer>
  );
}

function SessionSaveState({ session }: { session: OpenSession }) {
  return (
    <SaveState
      status={useSaveStatus(session)}
      waitsForLine={session.line !== null}
      onSaveCopy={() => saveCopy(session)}
      onRetry={() => void session.flush().catch(() => undefined)}
    />
  );
}

function SessionGauge({ session, part }: { session: OpenSession; part: PartKey }) {
  return <PageGauge gauge={useAfterSave('narratives.gauge', session).data} part={part} />;
}
