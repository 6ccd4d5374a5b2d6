import type { SaveStatus } from '../../editor/session/session';
import type { BriefDraft } from '../../features/newNarrative/briefDraft';
import { SaveState } from '../../features/status/SaveState';

/** The save status beside the first questions, where there is no status line yet. */
export function renderSaveState(status: SaveStatus, draft: BriefDraft) {
  return <SaveState status={status} onRetry={draft.retry} onSaveCopy={draft.saveCopy} />;
}
