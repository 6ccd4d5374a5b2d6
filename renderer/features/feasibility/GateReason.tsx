import type { FeasibilityGate } from '../../../core/narrative/narrativeDoc';
import { longDate } from '../../ui/dates';
import classes from './Feasibility.module.css';

/** Says above the part why it was opened before its turn. */
export function GateReason({ gate }: { gate: NonNullable<FeasibilityGate> }) {
  return (
    <div className={classes.reason} role="note" aria-label="Opened before its turn">
      <p className={classes.reasonHead}>Opened before its turn on {longDate(new Date(gate.openedAt))}</p>
      <p>{gate.reason}</p>
    </div>
  );
}
