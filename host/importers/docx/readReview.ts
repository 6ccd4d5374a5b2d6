import type { MarkedText } from '../../../core/import/html/tidyMarkdown';
import type { ForeignReview } from '../../../core/import/remarks/foreignRemarks';
import type { TextStretch } from '../../../core/review/findQuote';
import type { TextChange } from '../../../core/review/textChange';
import type { ChangeLog, TrackedChange } from './trackedChanges';
import type { WordComment } from './wordComments';

/** The comments and tracked changes of a Word file, with the stretches of the text that they are about. */
export function readReview(
  { text, marks }: MarkedText,
  comments: readonly WordComment[],
  { changes }: ChangeLog,
): ForeignReview {
  const between = (from: string, to: string): TextStretch | null => {
    const start = marks.get(from);
    const end = marks.get(to);
    return start === undefined || end === undefined
      ? null
      : { start: Math.min(start, end), end: Math.max(start, end) };
  };
  return {
    source: text,
    remarks: comments.map(({ id, ...remark }) => ({
      ...remark,
      key: id,
      stretch: between(`c${id}a`, `c${id}b`) ?? between(`c${id}r`, `c${id}r`),
    })),
    changes: changes.map((change) => ({
      by: change.by,
      at: change.at,
      change: toTextChange(change),
      stretch: between(change.from, change.to),
    })),
  };
}

function toTextChange(change: TrackedChange): TextChange {
  switch (change.kind) {
    case 'insert':
      return { kind: 'insert', side: change.side, now: change.now };
    case 'delete':
      return { kind: 'delete', was: change.was };
    default:
      return { kind: change.kind, was: change.was, now: change.now };
  }
}
