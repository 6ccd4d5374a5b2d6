import type { PartKey } from '../../../core/narrative/parts';
import { readMentions } from '../../../core/review/people/mentions';
import type { ChangeView, ReviewView, ThreadView } from './reviewView';

/** Which remarks and changes are looked at. */
export interface RemarkFilter {
  state: 'open' | 'resolved' | 'orphan' | 'all';
  kind: 'all' | 'remarks' | 'changes';
  /** '' for everybody. */
  person: string;
  /** '' for all parts. */
  part: PartKey | '';
  /** Only what mentions the person who sits here. */
  mentionsMe: boolean;
}

/** What waits, of anybody, anywhere. */
export const openRemarks: RemarkFilter = {
  state: 'open',
  kind: 'all',
  person: '',
  part: '',
  mentionsMe: false,
};

/** How many choices besides the state narrow the view. */
export const narrowedBy = ({ kind, person, part, mentionsMe }: RemarkFilter): number =>
  [kind !== 'all', person !== '', part !== '', mentionsMe].filter(Boolean).length;

/** The remarks and changes that a filter lets through; a thread that is open on the screen stays. */
export function filterReview(
  view: ReviewView,
  filter: RemarkFilter,
  { me, openId }: { me: string; openId: string | null },
): ReviewView {
  const isShown = (remark: ThreadView | ChangeView) =>
    isInState(remark, filter.state) && isAsked(remark, filter, me);
  return {
    ...view,
    threads:
      filter.kind === 'changes'
        ? []
        : view.threads.filter((thread) => thread.id === openId || isShown(thread)),
    changes: filter.kind === 'remarks' ? [] : view.changes.filter(isShown),
    decided: filter.kind === 'remarks' ? [] : view.decided.filter(isShown),
  };
}

function isInState(remark: ThreadView | ChangeView, state: RemarkFilter['state']): boolean {
  const isDone = 'isResolved' in remark ? remark.isResolved : remark.state !== 'open';
  if (state === 'all') return true;
  if (state === 'orphan') return !isDone && remark.placement.state === 'orphan';
  return isDone === (state === 'resolved');
}

function isAsked(remark: ThreadView | ChangeView, filter: RemarkFilter, me: string): boolean {
  if (filter.part !== '' && remark.part !== filter.part) return false;
  const said = 'isResolved' in remark ? remark.messages : remark.replies;
  const by = 'isResolved' in remark ? [] : [remark.by];
  if (filter.person !== '' && ![...by, ...said.map((message) => message.by)].includes(filter.person))
    return false;
  return !filter.mentionsMe || said.some(({ text }) => readMentions(text, [me]).length > 0);
}
