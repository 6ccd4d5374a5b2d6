import type { Editor } from '@tiptap/core';
import type { PartKey } from '../../../core/narrative/parts';
import { goToNeighbour } from '../../editor/outline';
import type { OpenSession } from '../../editor/session/openSession';
import { showToast } from '../../ui/showToast';
import { useCommand } from '../commands/CommandProvider';
import type { Navigate } from '../routing/useRoute';
import { focusNextRegion } from './regions';
import { saveCopy } from './saveCopy';

export type NarrativeDialog = 'export' | 'folder' | 'backups' | 'details' | 'coach';

interface NarrativeCommandsSetup {
  session: OpenSession;
  editor: Editor | null;
  onDialog: (dialog: NarrativeDialog) => void;
  onNavigate: Navigate;
}

/** Answers every command that is about the open narrative, apart from those of the window's layout. */
export function useNarrativeCommands(setup: NarrativeCommandsSetup): void {
  const { session, editor, onDialog, onNavigate } = setup;
  useCommand('narrative.export', () => onDialog('export'));
  useCommand('narrative.folder', () => onDialog('folder'));
  useCommand('narrative.backups', () => onDialog('backups'));
  useCommand('coach.settings', () => onDialog('coach'));
  useCommand('narrative.rename', () => onDialog('details'));
  useCommand('narrative.saveCopy', () => saveCopy(session));
  useCommand('narrative.nextDraft', () => void startNextDraft(session));
  useCommand('edit.undo', editor && (() => stepHistory(editor, 'undo')));
  useCommand('edit.redo', editor && (() => stepHistory(editor, 'redo')));
  useCommand('go.library', () => onNavigate({ screen: 'library' }));
  useCommand('go.previousSection', editor && (() => void goToNeighbour(editor, 'previous')));
  useCommand('go.nextSection', editor && (() => void goToNeighbour(editor, 'next')));
  useCommand('go.nextRegion', focusNextRegion);
  usePartCommands(session, onNavigate);
}

function usePartCommands(session: OpenSession, onNavigate: Navigate): void {
  const go = (part: PartKey) => () => onNavigate({ screen: 'narrative', id: session.id, part });
  useCommand('go.brief', go('brief'));
  useCommand('go.release', go('release'));
  useCommand('go.customerFaq', go('customerFaq'));
  useCommand('go.internalFaq', go('internalFaq'));
  useCommand('go.experience', go('experience'));
  useCommand('go.manuals', go('manuals'));
  useCommand('go.plan', go('plan'));
  useCommand('go.feasibility', go('feasibility'));
}

async function startNextDraft(session: OpenSession): Promise<void> {
  const { draft } = session.meta();
  try {
    // The draft that ends is kept as a version, with its last word.
    await session.flush();
    await session.updateMeta({ draft: draft + 1 });
    showToast({
      message: `Draft ${draft + 1} begun`,
      action: { label: 'Undo', run: () => void session.updateMeta({ draft }).catch(() => undefined) },
    });
  } catch {
    // The host is out of reach, which the status line says; the number stays as it was.
  }
}

/** A field outside the text keeps its own history. */
function stepHistory(editor: Editor, direction: 'undo' | 'redo'): void {
  if (document.activeElement?.matches('input, textarea')) document.execCommand(direction);
  else editor.commands[direction]();
}
