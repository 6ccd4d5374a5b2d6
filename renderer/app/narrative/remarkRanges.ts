import type { PartKey } from '../../../core/narrative/parts';
import type { RemarkRange } from '../../editor/remarks/RemarkMarks';
import type { CopyView } from '../../editor/suggesting/suggestingCopy';
import { changeWords } from '../../features/review/changeWords';
import type { ChangeView, ReviewView, ThreadView } from '../../features/review/reviewView';

/** Remarks that are open, and changes that wait, in one part as it is shown. */
export function rangesOf(
  { threads, changes }: ReviewView,
  part: PartKey,
  copy: CopyView | null,
): RemarkRange[] {
  const said = threads
    .filter((thread) => thread.part === part && !thread.isResolved)
    .flatMap(({ isItem, ...thread }) => rangeOf(thread, { kind: isItem ? 'item' : 'comment', other: '' }));
  const asked = part === 'internalFaq' ? threads.filter(isAskedElsewhere).flatMap(questionRange) : [];
  const own = copy?.part === part ? copy.placed : [];
  const carried = new Set(own.map(({ suggestion }) => suggestion.id));
  const suggested = changes
    .filter((change) => change.part === part && !carried.has(change.id))
    .flatMap(({ id, shown, now }) => rangeOf({ id, placement: shown }, { kind: 'suggestion', other: now }));
  const inCopy = own.map(({ suggestion: { id, change }, from, to }): RemarkRange => {
    const { was } = changeWords(change);
    return { id, from, to, kind: 'suggested', other: was };
  });
  return [...said, ...asked, ...suggested, ...inCopy];
}

const isAskedElsewhere = ({ part, isResolved }: ThreadView): boolean => part !== 'internalFaq' && !isResolved;

/** A question that was made of a remark leads back to it. */
function questionRange({ id, question }: ThreadView): RemarkRange[] {
  return question ? rangeOf({ id, placement: question.placement }, { kind: 'item', other: '' }) : [];
}

function rangeOf(
  { id, placement }: Pick<ThreadView | ChangeView, 'id' | 'placement'>,
  drawn: Pick<RemarkRange, 'kind' | 'other'>,
): RemarkRange[] {
  if (placement.state === 'orphan') return [];
  return [{ ...drawn, id, from: placement.from, to: placement.to }];
}
