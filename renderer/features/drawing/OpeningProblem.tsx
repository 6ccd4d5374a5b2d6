import { Button } from '@mantine/core';
import type { DatelineError } from '../../../core/api/errors';
import type { ScreenRecord, ScreenVersion } from '../../../core/screens/screenRecord';
import { useConnection } from '../../client/ConnectionProvider';
import { nearTime } from '../../ui/dates';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './DrawingDesk.module.css';
import { type Opening, readKept, readPicture } from './opening';

interface OpeningProblemProps {
  problem: DatelineError;
  screen: ScreenRecord;
  /** `isKept` when what is begun with is what the screen shows. */
  onBegin: (opening: Promise<Opening>, isKept: boolean) => void;
  onRetry: () => void;
  onClose: () => void;
}

/** How many earlier versions are offered. */
const offeredVersions = 5;

/** Says why a drawing cannot be opened, and what there is to go on from instead. */
export function OpeningProblem({ problem, screen, onBegin, onRetry, onClose }: OpeningProblemProps) {
  const { call } = useConnection();
  const isLost = problem.code === 'not-found' || problem.code === 'file-damaged';
  const versions = screen.versions.filter(({ scene }) => scene !== '').slice(0, offeredVersions);
  const png = screen.picture?.png;
  return (
    <div className={classes.problem}>
      {isLost ? <ErrorNotice error={problem} /> : <ErrorNotice error={problem} onRetry={onRetry} />}
      <div className={classes.ways}>
        {isLost && png && (
          <Button variant="default" onClick={() => onBegin(readPicture(png), false)}>
            Draw on its picture
          </Button>
        )}
        {isLost &&
          versions.map((version) => (
            <Button
              key={`${version.savedAt} ${version.scene}`}
              variant="default"
              onClick={() => onBegin(readKept(call, version.scene), false)}
            >
              {versionWords(version)}
            </Button>
          ))}
        {isLost && (
          <Button variant="default" onClick={() => onBegin(Promise.resolve({ kind: 'blank' }), true)}>
            Begin on an empty sheet
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

function versionWords({ savedAt, savedBy }: ScreenVersion): string {
  const time = nearTime(new Date(savedAt), new Date());
  return `Go on from the version of ${time}${savedBy ? ` by ${savedBy}` : ''}`;
}
