import { Banner } from '../../ui/Banner';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ProgressCard } from '../../ui/ProgressCard';
import classes from './ExportDialog.module.css';
import type { ExportState } from './useExport';
import { WarningList } from './WarningList';

export interface ExportOutcomeProps {
  state: ExportState;
  onStop: () => void;
  onRetry: () => void;
}

/** How the export goes, or went. */
export function ExportOutcome(props: ExportOutcomeProps) {
  const { state, onStop, onRetry } = props;
  switch (state.kind) {
    case 'choosing':
      return null;
    case 'running':
      return (
        <div className={classes.outcome}>
          <ProgressCard title="Exporting" {...state.progress} onStop={onStop} />
        </div>
      );
    case 'stopped':
      return (
        <div className={classes.outcome}>
          <Banner tone="info">
            <p>Stopped. No half file is left.</p>
          </Banner>
        </div>
      );
    case 'failed':
      return (
        <div className={classes.outcome}>
          <ErrorNotice error={state.error} onRetry={onRetry} />
        </div>
      );
    case 'saved':
      return (
        <div className={classes.outcome}>
          <Banner tone="info">
            <p>
              <b>{state.place}</b> saved.
            </p>
          </Banner>
          <WarningList warnings={state.warnings} />
        </div>
      );
  }
}
