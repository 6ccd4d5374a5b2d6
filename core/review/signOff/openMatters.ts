import type { Finding } from '../../api/shapes';
import type { BankQuestion } from '../../guidance/guidance';
import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { emptySections, faqStateOf, itemsOf } from '../../narrative/partState';
import { type PartKey, partDefinitions, sectionTitle } from '../../narrative/parts';
import { isBlank, plainText } from '../../narrative/plainText';
import { type RichNode, stringAttr } from '../../narrative/richText';
import type { ReviewThread } from '../readThreads';
import type { ReviewRecordOf } from '../reviewRecord';

/** A question that a reviewer would ask and the part does not answer. */
export interface OpenQuestion {
  text: string;
  why: 'notAsked' | 'open' | 'blocked' | 'empty';
  /** Section or item where it stands; '' for one that nobody asked yet. */
  place: string;
}

/** What stands between a part and its readers. */
export interface OpenMatters<F extends Finding = Finding> {
  /** Questions of the coach that are to be answered before a review. */
  findings: readonly F[];
  comments: readonly ReviewThread[];
  questions: readonly OpenQuestion[];
}

export type MatterCounts = ReviewRecordOf<'stateChange'>['open'];

interface MattersSources<F extends Finding> {
  content: NarrativeContent;
  threads: readonly ReviewThread[];
  /** What the coach asks and nobody set aside. */
  findings: readonly F[];
  bank: readonly BankQuestion[];
}

/**
 * All that is open in one part: findings of the gravest level, threads that nobody resolved, customer questions
 * without an answer, and in a FAQ what is asked without an answer or belongs to the minimum and is not asked.
 */
export function openMatters<F extends Finding>(part: PartKey, sources: MattersSources<F>): OpenMatters<F> {
  const { content, threads, findings, bank } = sources;
  return {
    findings: findings.filter((finding) => finding.part === part && finding.level === 'stop'),
    comments: threads.filter(
      ({ anchor, isResolved, messages }) => anchor?.part === part && !isResolved && messages.length > 0,
    ),
    questions: openQuestions(part, content, bank),
  };
}

/** How much that is, as the record of a state keeps it. */
export function countMatters(matters: OpenMatters): MatterCounts {
  const { findings, comments, questions } = matters;
  return { findings: findings.length, comments: comments.length, questions: questions.length };
}

export const sumMatters = ({ findings, comments, questions }: MatterCounts): number =>
  findings + comments + questions;

function openQuestions(
  part: PartKey,
  content: NarrativeContent,
  bank: readonly BankQuestion[],
): OpenQuestion[] {
  if (part === 'brief') {
    return emptySections(content, 'brief').map((key) => ({
      text: sectionTitle('brief', key),
      why: 'empty',
      place: key,
    }));
  }
  if (partDefinitions[part].kind !== 'faq') return [];
  return [...unanswered(content.parts[part]), ...notAsked(part, content, bank)];
}

function unanswered(doc: RichNode): OpenQuestion[] {
  return itemsOf({ ...doc, type: 'doc' }, 'faqItem').flatMap((item): OpenQuestion[] => {
    const state = faqStateOf(item);
    if (isBlank(item) || state === 'answered') return [];
    const asked = (item.content ?? []).find(({ type }) => type === 'faqQuestion');
    const text = asked ? plainText(asked) : '';
    return [{ text: text || 'A question without words', why: state, place: stringAttr(item, 'id') }];
  });
}

/** The minimum of the question bank for this audience, less what either FAQ asks. */
function notAsked(part: PartKey, { parts }: NarrativeContent, bank: readonly BankQuestion[]): OpenQuestion[] {
  const audience = part === 'customerFaq' ? 'customer' : 'internal';
  const items = [...itemsOf(parts.customerFaq, 'faqItem'), ...itemsOf(parts.internalFaq, 'faqItem')];
  const asked = new Set(items.map((item) => item.attrs?.bankNumber));
  return bank
    .filter((question) => question.minimum && question.audience === audience && !asked.has(question.number))
    .map(({ text }) => ({ text, why: 'notAsked', place: '' }));
}
