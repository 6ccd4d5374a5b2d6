import { IconAlertTriangle, IconCheck, IconCloudOff, IconPencil, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { DatelineError } from '../../../core/api/errors';
import type { SaveStatus } from '../../editor/session/session';
import { clockTime } from '../../ui/dates';
import classes from './StatusLine.module.css';

/** A save this long on its way is worth a word, in milliseconds; shorter ones would only flicker. */
const noticeableMs = 600;

const shortReasons: Partial<Record<string, string>> = {
  'disk-full': 'the disk is full',
  'read-only': 'the folder is read-only',
  unreachable: 'Dateline has stopped',
  'narrative-gone': 'its file is gone',
  'library-missing': 'the library folder is gone',
};

/** Why words are not saved, short enough for a line. */
export const whyNotSaved = ({ code, message }: DatelineError): string =>
  shortReasons[code] ?? message.replace(/\.$/, '');

export interface SaveStateProps {
  status: SaveStatus;
  /** Whether words go over a line that comes and goes, so that waiting for it is no fault. */
  waitsForLine?: boolean;
  onSaveCopy: () => void;
  onRetry: () => void;
}

/** The one place that says whether the words are safe. Quiet while they are, red and announced when not. */
export function SaveState({ status, waitsForLine = false, onSaveCopy, onRetry }: SaveStateProps) {
  if (waitsForLine && status.kind === 'failed' && status.error.code === 'unreachable')
    return <WaitingForLine onSaveCopy={onSaveCopy} />;
  return (
    <>
      <span className={classes.item} role="status">
        {status.kind !== 'failed' && <CalmState status={status} />}
      </span>
      <span role="alert" className={classes.item} hidden={status.kind !== 'failed'}>
        {status.kind === 'failed' && (
          <>
            <IconAlertTriangle size={15} stroke={1.75} aria-hidden className={classes.stop} />
            <span className={classes.stop} title={`${status.error.message} ${status.error.next ?? ''}`}>
              Not saved: {whyNotSaved(status.error)}. Your words are safe in this window.
            </span>
            <button type="button" className={classes.link} onClick={onSaveCopy}>
              Save a copy elsewhere
            </button>
            <button type="button" className={classes.link} onClick={onRetry}>
              Try again
            </button>
          </>
        )}
      </span>
    </>
  );
}

function WaitingForLine({ onSaveCopy }: Pick<SaveStateProps, 'onSaveCopy'>) {
  return (
    <span className={classes.item} role="status">
      <IconCloudOff size={15} stroke={1.75} aria-hidden />
      The server is away. Your words wait in this window and go when it is back.
      <button type="button" className={classes.link} onClick={onSaveCopy}>
        Save a copy
      </button>
    </span>
  );
}

function CalmState({ status }: { status: Exclude<SaveStatus, { kind: 'failed' }> }) {
  const shown = useNoticeable(status);
  switch (shown.kind) {
    case 'saved':
      return (
        <>
          <IconCheck size={15} stroke={1.75} aria-hidden /> Saved {clockTime(new Date(shown.at))}
        </>
      );
    case 'saving':
      return (
        <>
          <IconRefresh size={15} stroke={1.75} aria-hidden /> Saving…
        </>
      );
    case 'unsaved':
      return (
        <>
          <IconPencil size={15} stroke={1.75} aria-hidden /> Not saved yet
        </>
      );
  }
}

/** "Not saved yet" is shown at once, "Saving…" only when it takes a while: the words change as little as they can. */
function useNoticeable<T extends SaveStatus>(status: T): T {
  const [shown, setShown] = useState(status);
  useEffect(() => {
    if (status.kind !== 'saving') return setShown(status);
    const timer = setTimeout(() => setShown(status), noticeableMs);
    return () => clearTimeout(timer);
  }, [status]);
  return shown;
}
