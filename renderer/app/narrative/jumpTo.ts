import type { PartKey } from '../../../core/narrative/parts';
import { goToSection } from '../../editor/outline';
import type { Jump } from '../../features/signOff/OpenList';
import type { CoachDesk } from './useCoachDesk';
import type { ReviewDesk } from './useReview';
import type { Visit } from './useVisit';

export interface JumpDesks {
  coachDesk: CoachDesk;
  review: ReviewDesk;
  visit: Visit;
}

/** Goes to where something open stands, with the panel at what can be done about it. */
export function jumpTo({ coachDesk, review, visit }: JumpDesks, part: PartKey, jump: Jump): void {
  switch (jump.kind) {
    case 'finding':
      coachDesk.onTab('coach');
      coachDesk.onShow(jump.finding);
      break;
    case 'comment':
      coachDesk.onTab('comments');
      review.onShow({ id: jump.id, part });
      break;
    case 'question':
      coachDesk.onTab('guide');
      visit(part, (editor) => {
        if (jump.place !== '') goToSection(editor, jump.place);
      });
  }
}
