import { useCallback, useEffect } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import { type PersonHere, peopleOf } from '../../editor/live/people';
import type { OpenSession } from '../../editor/session/openSession';
import { useBetweenKeys } from '../../ui/useBetweenKeys';

const nobodyMoves = () => () => {};

/** Who else has the narrative open; tells them which part lies on this desk. */
export function usePeople(session: OpenSession, part: PartKey | null): readonly PersonHere[] {
  const { line } = session;
  const read = useCallback(() => peopleOf(line), [line]);
  useEffect(() => {
    line?.show({ place: part === null ? null : { part, section: null }, cursor: null });
  }, [line, part]);
  return useBetweenKeys(line?.subscribe ?? nobodyMoves, read);
}
