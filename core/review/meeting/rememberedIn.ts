import { modelQuestions } from '../modelCheck/prompts';
import { byTime } from '../readThreads';
import { modelPrompts } from '../records/modelChecks';
import type { ReviewRecord, ReviewRecordOf } from '../reviewRecord';
import { inSpeakingOrder, type Meeting } from './readMeetings';

/** What readers answered to one question, without looking. */
export interface Remembered {
  /** What the answers are about, such as "Customer". */
  title: string;
  /** In the order of speaking. */
  answers: readonly { by: string; text: string }[];
}

/** What each reader of this draft remembers of it, their latest word; questions that nobody answered are left out. */
export function rememberedIn(meeting: Meeting, records: readonly ReviewRecord[]): Remembered[] {
  const latest = new Map<string, ReviewRecordOf<'modelAnswers'>>();
  for (const record of [...records].sort(byTime))
    if (record.kind === 'modelAnswers' && record.draft === meeting.opened.draft)
      latest.set(record.by, record);
  const people = inSpeakingOrder(meeting, latest.keys());
  return modelPrompts.flatMap((prompt): Remembered[] => {
    const answers = people.flatMap((by) => {
      const text = latest.get(by)?.answers[prompt] ?? '';
      return text.trim() === '' ? [] : [{ by, text }];
    });
    return answers.length === 0 ? [] : [{ title: modelQuestions[prompt].title, answers }];
  });
}
