import { IconAlertTriangle } from '@tabler/icons-react';
import type { ExportWarning } from '../../../core/api/shapes';
import classes from './ExportDialog.module.css';

/** What the chosen form cannot carry, said before it is handed on. */
export function WarningList({ warnings }: { warnings: readonly ExportWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.warnings} aria-label="Before you save">
      {warnings.map(({ code, message }) => (
        <li key={`${code} ${message}`}>
          <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
