import { defaultSettings } from '../../../core/api/shapes';
import { useOperation } from '../../client/useOperation';
import type { LiveContent } from '../../editor/session/liveContent';
import type { OpenSession } from '../../editor/session/openSession';
import { useCurrentContent, useSessionValue } from '../../editor/session/useSession';
import { BackupsDialog } from '../../features/backups/BackupsDialog';
import { NarrativeCoachSettings } from '../../features/coach/NarrativeCoachSettings';
import { DetailsDialog } from '../../features/details/DetailsDialog';
import { ExportDialog } from '../../features/exports/ExportDialog';
import { FolderDialog } from '../../features/folder/FolderDialog';
import { showToast } from '../../ui/showToast';
import { useFocusBack } from '../../ui/useFocusBack';
import { useRunCommand } from '../commands/CommandProvider';
import type { Navigate } from '../routing/useRoute';
import { useMeetings } from './useMeetings';
import type { NarrativeDialog } from './useNarrativeCommands';

interface NarrativeDialogsProps {
  dialog: NarrativeDialog | null;
  session: OpenSession;
  live: LiveContent;
  onNavigate: Navigate;
  onClose: () => void;
}

/** The dialogs about a narrative as a whole; at most one is open. */
export function NarrativeDialogs({ dialog, session, live, onNavigate, onClose }: NarrativeDialogsProps) {
  useFocusBack(dialog !== null);
  const run = useRunCommand();
  const meta = useSessionValue(session, (open) => open.meta());
  const content = useCurrentContent(live);
  const settings = useOperation('settings.read', {}).data ?? defaultSettings;
  const { meetings } = useMeetings(session);
  switch (dialog) {
    case 'export':
      return (
        <ExportDialog
          meta={meta}
          content={content}
          usual={settings}
          hasMinutes={meetings.some(({ step }) => step === 'closed')}
          flush={session.flush}
          onFolder={() => run('narrative.folder')}
          onClose={onClose}
        />
      );
    case 'folder':
      return <FolderDialog id={session.id} flush={session.flush} onClose={onClose} />;
    case 'backups':
      return (
        <BackupsDialog
          id={session.id}
          onClose={onClose}
          onRestored={(id) => {
            onClose();
            showToast({
              message: 'Restored as a copy',
              action: { label: 'Open', run: () => onNavigate({ screen: 'narrative', id, part: null }) },
            });
          }}
        />
      );
    case 'details':
      return <DetailsDialog meta={meta} onSave={(patch) => session.updateMeta(patch)} onClose={onClose} />;
    case 'coach':
      return <NarrativeCoachSettings doc={session.doc} onClose={onClose} />;
    case null:
      return null;
  }
}
