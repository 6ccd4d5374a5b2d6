import { Button, Modal } from '@mantine/core';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { nearTime } from '../../ui/dates';
import { EmptyState } from '../../ui/EmptyState';
import classes from './Screens.module.css';
import { ScreenThumb } from './ScreenThumb';

export interface ScreenVersionsProps {
  screen: ScreenRecord;
  /** The place of the version in the screen's list. */
  onTake: (index: number) => void;
  onClose: () => void;
}

/** Earlier drawings of a screen. The one that is taken changes places with the present one. */
export function ScreenVersions({ screen, onTake, onClose }: ScreenVersionsProps) {
  const { title, versions } = screen;
  const now = new Date();
  return (
    <Modal opened onClose={onClose} size={720} title={`Earlier versions of “${title || 'this screen'}”`}>
      {versions.length === 0 && (
        <EmptyState line="No earlier version." quiet="Each time it is drawn on, the one before is kept." />
      )}
      <ul className={classes.versions} aria-label="Earlier versions">
        {versions.map((version, index) => {
          const when = nearTime(new Date(version.savedAt), now);
          return (
            <li key={`${version.savedAt} ${version.png}`}>
              <ScreenThumb picture={version} alt="" />
              <p className={classes.quiet}>{[when, version.savedBy].filter(Boolean).join(', ')}</p>
              <Button
                size="xs"
                variant="default"
                aria-label={`Take this one, of ${when}`}
                onClick={() => onTake(index)}
              >
                Take this one
              </Button>
            </li>
          );
        })}
      </ul>
      {versions.length > 0 && <p className={classes.quiet}>The present drawing is kept as a version then.</p>}
    </Modal>
  );
}
