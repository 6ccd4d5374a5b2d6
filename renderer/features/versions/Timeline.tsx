import { IconBookmark } from '@tabler/icons-react';
import type { VersionEntry } from '../../../core/review/versions/versionEntry';
import classes from './Timeline.module.css';
import { factsLine, reasonWords } from './versionWords';

interface TimelineProps {
  entries: readonly VersionEntry[];
  /** Id of the entry that is compared. */
  chosen: string;
  onChoose: (id: string) => void;
}

/** Every version, newest first, with when, by whom and why; those somebody named stand out. */
export function Timeline({ entries, chosen, onChoose }: TimelineProps) {
  const now = new Date();
  return (
    <section className={classes.timeline} aria-label="Timeline" tabIndex={-1}>
      <ol>
        <li className={classes.present}>
          <span className={classes.why}>Now</span>
        </li>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              data-named={entry.reason === 'named' || undefined}
              aria-current={entry.id === chosen || undefined}
              onClick={() => onChoose(entry.id)}
            >
              <span className={classes.why}>
                {entry.reason === 'named' && <IconBookmark size={16} stroke={1.75} aria-label="Named" />}
                {reasonWords(entry)}
              </span>
              <span className={classes.facts}>{factsLine(entry, now)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
