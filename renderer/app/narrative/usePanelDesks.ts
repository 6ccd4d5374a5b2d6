import type { OpenPart } from './openPart';
import { type CoachDeskSetup, useCoachDesk } from './useCoachDesk';
import { useReview } from './useReview';
import { useSigning } from './useSigning';
import { useThreadKeys } from './useThreadKeys';
import type { Visit } from './useVisit';

interface PanelDesksSetup extends CoachDeskSetup {
  author: string;
  visit: Visit;
}

/** What the tabs of the panel and the review share with the text and the keys: questions, promises, remarks, states. */
export function usePanelDesks(open: OpenPart & PanelDesksSetup) {
  const coachDesk = useCoachDesk(open);
  const { onTab } = coachDesk;
  const threadFocus = useThreadKeys({ ...open, editor: open.suggesting.isOn ? null : open.editor, onTab });
  const review = useReview({ ...open, onTab });
  const signing = useSigning({ ...open, coachDesk });
  return { coachDesk, threadFocus, review, signing };
}
