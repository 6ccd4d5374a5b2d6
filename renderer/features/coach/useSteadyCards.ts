import { type RefObject, useEffect, useState } from 'react';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import type { CoachView } from './coachStore';
import { type Cards, nextCards } from './steadyCards';

interface SteadyCardsRequest {
  panel: RefObject<HTMLElement | null>;
  place: string;
  here: readonly AskedFinding[];
  view: CoachView;
}

/** Cards that neither change their order nor move under a pointer or a focus that rests on them. */
export function useSteadyCards({ panel, place, here, view }: SteadyCardsRequest): Cards['cards'] {
  const [shown, setShown] = useState<Cards>({ place: '', cards: [] });
  useEffect(() => {
    const node = panel.current;
    const update = () => {
      const isHeld = node !== null && (node.matches(':hover') || node.contains(document.activeElement));
      setShown((known) => nextCards(known, { place, here, view, isHeld }));
    };
    update();
    node?.addEventListener('pointerleave', update);
    node?.addEventListener('focusout', update);
    return () => {
      node?.removeEventListener('pointerleave', update);
      node?.removeEventListener('focusout', update);
    };
  }, [panel, place, here, view]);
  return shown.cards;
}
