import { useEffect, useState } from 'react';
import { coachMap, readCoachNotes } from '../../../core/coach/coachNotes';
import type { CoachSetup } from '../../../core/coach/coachSetup';
import { type HouseStyle, styleNamed } from '../../../core/styles/houseStyle';
import type { OpenSession } from '../../editor/session/openSession';

/** The house style of the open narrative: its own choice, or else the library's. */
export function useHouseStyle(session: OpenSession, setup: CoachSetup | undefined): HouseStyle | undefined {
  const [own, setOwn] = useState(() => readCoachNotes(session.doc).style);
  useEffect(() => {
    const map = coachMap(session.doc);
    const read = () => setOwn(readCoachNotes(session.doc).style);
    read();
    map.observe(read);
    return () => map.unobserve(read);
  }, [session]);
  return setup && styleNamed(setup.styles, own ?? setup.settings.style);
}
