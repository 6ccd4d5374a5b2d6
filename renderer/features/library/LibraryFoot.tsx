import { IconFolder } from '@tabler/icons-react';
import type { Library } from '../../../core/api/shapes';
import { nearTime } from '../../ui/dates';
import classes from './LibraryFoot.module.css';

interface LibraryFootProps {
  library: Library;
  trashHref: string;
  /** Absent where there is nothing to export. */
  onExportAll?: () => void;
  onShowKeys: () => void;
  onShowSettings: () => void;
}

/** Where the narratives live, when they were last copied, and the quiet ways out. */
export function LibraryFoot(props: LibraryFootProps) {
  const { library, trashHref, onExportAll, onShowKeys, onShowSettings } = props;
  const { folder, lastBackupAt, trashCount } = library;
  return (
    <footer className={classes.foot} data-region>
      <span className={classes.folder}>
        <IconFolder size={15} stroke={1.75} aria-hidden />
        <span className="dl-hidden">Folder: </span>
        {folder}
      </span>
      <span>
        {lastBackupAt ? `Last backup ${nearTime(new Date(lastBackupAt), new Date())}` : 'No backup yet'}
      </span>
      <a className={classes.link} href={trashHref}>
        Trash ({trashCount})
      </a>
      <span className={classes.spring} />
      {onExportAll && (
        <button type="button" className={classes.link} onClick={onExportAll}>
          Export all
        </button>
      )}
      <button type="button" className={classes.link} onClick={onShowKeys}>
        All keys
      </button>
      <button type="button" className={classes.link} onClick={onShowSettings}>
        Settings
      </button>
    </footer>
  );
}
