import type * as Y from 'yjs';
import { type CoachOverrides, coachOverridesSchema } from './coachOverrides';
import { type Dismissal, dismissalSchema } from './dismissals';

/** Questions that were set aside, by the name of the finding; shared with everyone who writes. */
export const dismissalsMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('dismissals');

/** What this narrative settles for itself: `style` and `overrides`. */
export const coachMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('coach');

/** What a narrative holds about the coach, beside its text. */
export interface CoachNotes {
  /** Id of its house style; null where the library's holds. */
  style: string | null;
  overrides: CoachOverrides;
  dismissals: Dismissal[];
}

/** Reads the notes out of a shared document; what is not as expected is left out. */
export function readCoachNotes(doc: Y.Doc): CoachNotes {
  const style = coachMap(doc).get('style');
  const overrides = coachOverridesSchema.safeParse(coachMap(doc).get('overrides') ?? {});
  const dismissals = [...dismissalsMap(doc).values()].flatMap((stored) => {
    const dismissal = dismissalSchema.safeParse(stored);
    return dismissal.success ? [dismissal.data] : [];
  });
  return {
    style: typeof style === 'string' && style !== '' ? style : null,
    overrides: overrides.success ? overrides.data : {},
    dismissals,
  };
}
