import type { ExportWarning } from '../../../core/api/shapes';
import classes from './ExportDialog.module.css';
import { ExportOutcome, type ExportOutcomeProps } from './ExportOutcome';
import { WarningList } from './WarningList';

/**
 * What is to be known before saving, and how saving goes. It stands beside the buttons, so that it is seen on a
 * low window, too; nothing while there is nothing to say.
 */
export function ExportNews({
  warnings,
  ...outcome
}: ExportOutcomeProps & { warnings: readonly ExportWarning[] }) {
  const shown = outcome.state.kind === 'saved' ? [] : warnings;
  if (shown.length === 0 && outcome.state.kind === 'choosing') return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls has to be reachable by keyboard
    <section className={classes.news} aria-label="What to know" tabIndex={0}>
      <ExportOutcome {...outcome} />
      <WarningList warnings={shown} />
    </section>
  );
}
