import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { faqStateOf, itemsOf } from '../../narrative/partState';
import { plainText } from '../../narrative/plainText';
import { stringAttr } from '../../narrative/richText';
import type { ReviewThread } from '../readThreads';

/** A question of a FAQ that a remark became. */
export interface AskedQuestion {
  text: string;
  askedBy: string;
  owner: string;
  /** An ISO day; '' where none was named. */
  due: string;
  state: 'answered' | 'open' | 'blocked';
}

/** Questions that were asked in the words of these remarks, by the same people, in the order of the FAQ. */
export function askedQuestions(
  { parts }: NarrativeContent,
  threads: readonly ReviewThread[],
): AskedQuestion[] {
  const said = new Set(threads.flatMap(({ comment }) => (comment ? [keyOf(comment.by, comment.text)] : [])));
  const items = [...itemsOf(parts.customerFaq, 'faqItem'), ...itemsOf(parts.internalFaq, 'faqItem')];
  return items.flatMap((item): AskedQuestion[] => {
    const question = item.content?.find(({ type }) => type === 'faqQuestion');
    const text = question ? plainText(question).trim() : '';
    const askedBy = stringAttr(item, 'askedBy');
    if (text === '' || !said.has(keyOf(askedBy, text))) return [];
    const [owner, due] = [stringAttr(item, 'owner'), stringAttr(item, 'due')];
    return [{ text, askedBy, owner, due, state: faqStateOf(item) }];
  });
}

/** Longest question that a remark becomes, in characters. */
const longestQuestion = 300;

/** A remark as it is asked: in one line. */
export const asQuestion = (text: string): string =>
  text.replace(/\s+/gu, ' ').trim().slice(0, longestQuestion);

const keyOf = (by: string, text: string): string => JSON.stringify([by, asQuestion(text)]);
