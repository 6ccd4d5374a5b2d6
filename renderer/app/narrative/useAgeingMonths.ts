import { useMemo } from 'react';
import { readCoachNotes } from '../../../core/coach/coachNotes';
import { settleCoach } from '../../../core/coach/coachSetup';
import { ageingMonths } from '../../../core/evidence/isAgeing';
import { useOperation } from '../../client/useOperation';
import type { NarrativeSession } from '../../editor/session/session';

/** Months after which a source of this narrative is asked about again; null until the settings are read. */
export function useAgeingMonths({ doc }: Pick<NarrativeSession, 'doc'>): number | null {
  const setup = useOperation('coach.read', {}).data;
  return (
    useMemo(
      () => setup && ageingMonths(settleCoach(setup, readCoachNotes(doc)).data.thresholds),
      [setup, doc],
    ) ?? null
  );
}
