import { useMemo } from 'react';
import type { Guidance } from '../../../core/guidance/guidance';
import { styleGuidance } from '../../../core/styles/styleGuidance';
import { useOperation } from '../../client/useOperation';
import type { OpenSession } from '../../editor/session/openSession';
import { useHouseStyle } from '../../features/coach/useHouseStyle';

/** The guidance with the hints of the narrative's house style; the same object while neither changes. */
export function useHouseGuidance(session: OpenSession, guidance: Guidance): Guidance {
  const setup = useOperation('coach.read', {}).data;
  const style = useHouseStyle(session, setup);
  return useMemo(() => styleGuidance(guidance, style), [guidance, style]);
}
