import { IconAlertTriangle } from '@tabler/icons-react';
import type { ExportWarning } from '../../../core/api/shapes';
import classes from './ExportDialog.module.css';

/** So many are said at once; more would hide what they are about. */
const saidAtOnce = 3;

/** What the chosen form cannot carry, said before it is handed on. */
export function WarningList({ warnings }: { warnings: readonly ExportWarning[] }) {
  if (warnings.length === 0) return null;
  const rest = warnings.slice(saidAtOnce);
  return (
    <div className={classes.warnings}>
      <Warnings warnings={warnings.slice(0, saidAtOnce)} label="Before you save" />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length === 1 ? 'One more' : `${rest.length} more`}</summary>
          <Warnings warnings={rest} label="More before you save" />
        </details>
      )}
    </div>
  );
}

function Warnings({ warnings, label }: { warnings: readonly ExportWarning[]; label: string }) {
  return (
    <ul aria-label={label}>
      {warnings.map(({ code, message }) => (
        <li key={`${code} ${message}`}>
          <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
