import { Button } from '@mantine/core';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { OpenSession } from '../../editor/session/openSession';
import { useSessionValue } from '../../editor/session/useSession';
import { StatusLine } from '../../features/status/StatusLine';
import { useRunCommand } from '../commands/CommandProvider';
import { EvidenceCount } from './EvidenceCount';
import classes from './Frame.module.css';
import { saveCopy } from './saveCopy';
import { useAfterSave } from './useAfterSave';

interface StatusBarProps {
  session: OpenSession;
  content: NarrativeContent;
  part: PartKey;
  isFocused: boolean;
}

/** The foot of the window. Also the one way out of focus mode that can be seen. */
export function StatusBar({ session, content, part, isFocused }: StatusBarProps) {
  const run = useRunCommand();
  const status = useSessionValue(session, (open) => open.status());
  const gauge = useAfterSave('narratives.gauge', session);
  return (
    <footer className={classes.status} data-region>
      <StatusLine
        content={content}
        part={part}
        status={status}
        gauge={gauge.data}
        language={session.meta().language}
        onSaveCopy={() => saveCopy(session)}
        onRetry={() => void session.flush().catch(() => undefined)}
      >
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
