import { IconEqual, IconEqualNot, IconMinus, IconQuestionMark } from '@tabler/icons-react';
import type { AnswerVerdict } from '../../../core/review/modelCheck/compareAnswer';
import type { CheckedPrompt, CheckedVersion } from '../../../core/review/modelCheck/readModelCheck';
import { dayInSentence } from '../../ui/dates';

/** What an answer is beside the text, with its sign. Where the text says nothing there is nothing to tell. */
export const verdicts = {
  same: { words: 'Says the same', counted: 'the same', Icon: IconEqual },
  differs: { words: 'Differs', counted: 'differ', Icon: IconEqualNot },
  unread: { words: 'Cannot be compared', counted: 'cannot be compared', Icon: IconQuestionMark },
  unanswered: { words: 'Not answered', counted: 'not answered', Icon: IconMinus },
} as const satisfies Partial<Record<AnswerVerdict, object>>;

type ShownVerdict = keyof typeof verdicts;
const shownVerdicts = Object.keys(verdicts) as ShownVerdict[];

export const isShown = (verdict: AnswerVerdict): verdict is ShownVerdict => verdict !== 'unstated';

/** "3 answers: 2 the same, 1 differ"; '' where nothing was compared. */
export function countWords({ counts, answers }: CheckedPrompt): string {
  if (counts.unstated === answers.length) return '';
  const told = shownVerdicts
    .filter((verdict) => counts[verdict] > 0)
    .map(
      (verdict) =>
        `${counts[verdict]} ${verdict === 'differs' ? differ(counts.differs) : verdicts[verdict].counted}`,
    );
  return told.join(', ');
}

const differ = (count: number): string => (count === 1 ? 'differs' : 'differ');

/** "Draft 7, today", "Draft 6, 3 Nov". Two versions of one draft are told apart by their day. */
export const versionName = ({ draft, at }: Pick<CheckedVersion, 'draft' | 'at'>, now: Date): string =>
  `Draft ${draft}, ${dayInSentence(new Date(at), now)}`;
