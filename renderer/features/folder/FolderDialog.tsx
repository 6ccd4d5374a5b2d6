import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import type { MirrorState } from '../../../core/api/shapes';
import type { NarrativeId } from '../../../core/narrative/meta';
import { useConnection } from '../../client/ConnectionProvider';
import { useOperation } from '../../client/useOperation';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { showToast } from '../../ui/showToast';
import classes from './Folder.module.css';

export interface FolderDialogProps {
  id: NarrativeId;
  /** Makes every word durable, so that the folder shows them all. */
  flush: () => Promise<void>;
  onClose: () => void;
}

/** The narrative as a folder of Markdown files, for git: written once, or kept up from now on. */
export function FolderDialog({ id, flush, onClose }: FolderDialogProps) {
  const mirror = useOperation('mirrors.read', { id });
  return (
    <Modal opened onClose={onClose} title="Folder for git" size={560}>
      {mirror.error && <ErrorNotice error={mirror.error} />}
      {mirror.data && <FolderForm id={id} flush={flush} onClose={onClose} state={mirror.data} />}
    </Modal>
  );
}

function FolderForm({ id, flush, onClose, state: first }: FolderDialogProps & { state: MirrorState }) {
  const { call } = useConnection();
  const [state, setState] = useState(first);
  const [folder, setFolder] = useState(first.folder ?? '');
  const [error, setError] = useState<DatelineError | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await flush();
      await work();
    } catch (thrown) {
      setError(toDatelineError(thrown));
    } finally {
      setBusy(false);
    }
  }
  const mirrorTo = (path: string | null) =>
    run(async () => setState(await call('mirrors.set', { id, folder: path })));
  const writeOnce = () =>
    run(async () => {
      const job = crypto.randomUUID();
      const { warnings } = await call('exports.folder', { id, folder: folder.trim(), replace: false, job });
      const [warning] = warnings;
      showToast({ message: warning ? `Written. ${warning.message}` : 'Written as a folder' });
      onClose();
    });

  return (
    <div className={classes.form}>
      <p className={classes.quiet}>
        One Markdown file for each part, screens as pictures, and a narrative.json for the rest. What others
        change in the files comes back as changes to review; nothing of yours is overwritten.
      </p>
      <FolderField folder={folder} isFixed={state.folder !== null} onFolder={setFolder} onError={setError} />
      {state.folder !== null && <MirrorNews state={state} />}
      {error && <ErrorNotice error={error} />}
      <div className={classes.acts}>
        {state.folder === null ? (
          <>
            <Button disabled={isBusy || folder.trim() === ''} onClick={() => void mirrorTo(folder.trim())}>
              Keep it up to date there
            </Button>
            <Button
              variant="default"
              disabled={isBusy || folder.trim() === ''}
              onClick={() => void writeOnce()}
            >
              Write it once
            </Button>
          </>
        ) : (
          <>
            <Button
              disabled={isBusy}
              onClick={() => void run(async () => setState(await call('mirrors.sync', { id })))}
            >
              Bring up to date now
            </Button>
            <Button variant="default" disabled={isBusy} onClick={() => void mirrorTo(null)}>
              Stop; leave the files
            </Button>
          </>
        )}
        <Button variant="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

interface FolderFieldProps {
  folder: string;
  isFixed: boolean;
  onFolder: (folder: string) => void;
  onError: (error: DatelineError) => void;
}

function FolderField({ folder, isFixed, onFolder, onError }: FolderFieldProps) {
  const { call } = useConnection();
  const hasDialog = useOperation('app.capabilities', {}).data?.folderDialog === true;
  const choose = async () => {
    try {
      const chosen = await call('folders.choose', {});
      if (chosen.folder !== null) onFolder(chosen.folder);
    } catch (thrown) {
      onError(toDatelineError(thrown));
    }
  };
  return (
    <div className={classes.place}>
      <TextInput
        label="Folder on this machine"
        description="Its whole path. A folder that is not there is made."
        data-autofocus
        maxLength={4096}
        readOnly={isFixed}
        value={folder}
        onChange={(event) => onFolder(event.currentTarget.value)}
      />
      {hasDialog && !isFixed && (
        <Button variant="default" onClick={() => void choose()}>
          Choose…
        </Button>
      )}
    </div>
  );
}

function MirrorNews({ state: { waiting, trouble } }: { state: MirrorState }) {
  if (trouble !== '') return <p role="status">{trouble}</p>;
  if (waiting.length === 0)
    return (
      <p className={classes.quiet} role="status">
        The folder is up to date.
      </p>
    );
  return (
    <div role="status">
      <p className={classes.quiet}>These files were changed by somebody and stay as they are for now:</p>
      <ul className={classes.waiting}>
        {waiting.map(({ file, suggestions, reason }) => (
          <li key={file}>{reason === '' ? `“${file}”: ${countOf(suggestions)} to review` : reason}</li>
        ))}
      </ul>
    </div>
  );
}

const countOf = (changes: number) => (changes === 1 ? 'one change' : `${changes} changes`);
