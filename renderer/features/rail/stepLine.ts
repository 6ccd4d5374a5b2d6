import { unwrittenBlocks } from '../../../core/manuals/unwritten';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import {
  countFaq,
  countPartWords,
  emptySections,
  itemsOf,
  partState,
} from '../../../core/narrative/partState';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { isBlank } from '../../../core/narrative/plainText';
import type { PartReview } from '../../../core/review/signOff/readPartReviews';
import { isProven } from '../../../core/review/signOff/readSignOffs';
import { lapseWords, partStateWords } from '../../ui/partStateWords';

interface StepFacts {
  /** The coach's open questions. */
  questions?: number;
  review?: PartReview | undefined;
}

/** The line under a step's name: how far it is and what it holds, such as "Drafted, 9 of 12 answered". */
export function stepLine(
  content: NarrativeContent,
  part: PartKey,
  { questions = 0, review }: StepFacts = {},
): string {
  const state = partState(content, part);
  if (state === 'locked') return 'After 1–7 are reviewed';
  if (review?.lapse && isLapseTold(review)) return lapseWords(review.lapse);
  if (state === 'empty') return partStateWords.empty;
  if (state === 'reviewed' || state === 'inReview') {
    const signed = review?.signOffs.filter((one) => one.holds && isProven(one)).length ?? 0;
    return signed === 0 ? partStateWords[state] : `${partStateWords[state]}, signed by ${signed}`;
  }
  const detail = state === 'drafted' ? detailOf(content, part) || asked(questions) : detailOf(content, part);
  return detail === '' ? partStateWords[state] : `${partStateWords[state]}, ${detail}`;
}

/** Whoever drafts again knows that the text changes; what was signed once is told in the review. */
export function isLapseTold({ state, lapse, isChangedSinceReview }: PartReview): boolean {
  return lapse !== null && (isChangedSinceReview || !['drafted', 'empty', 'locked'].includes(state));
}

function detailOf(content: NarrativeContent, part: PartKey): string {
  switch (partDefinitions[part].kind) {
    case 'sections':
      return emptyDetail(content, part);
    case 'faq':
      return faqDetail(content, part);
    case 'stories':
      return count(written(content, part, 'useCase'), 'use case');
    case 'manuals':
      return manualDetail(content);
    case 'plain':
      return count(countPartWords(content, part), 'word');
  }
}

function asked(questions: number): string {
  if (questions === 0) return '';
  return `${questions} ${questions === 1 ? 'question' : 'questions'} open`;
}

function emptyDetail(content: NarrativeContent, part: PartKey): string {
  const missing = emptySections(content, part).length;
  const all = partDefinitions[part].sections.length;
  if (part === 'brief') return `${all - missing} of ${all} answered`;
  return missing === 0 ? '' : `${missing} ${missing === 1 ? 'section' : 'sections'} empty`;
}

function faqDetail(content: NarrativeContent, part: PartKey): string {
  const { open, answered, blocked } = countFaq(content.parts[part]);
  if (blocked > 0) return [open > 0 ? `${open} open` : '', `${blocked} blocked`].filter(Boolean).join(', ');
  return `${answered} of ${open + answered} answered`;
}

function manualDetail(content: NarrativeContent): string {
  const manuals = count(written(content, 'manuals', 'manual'), 'manual');
  const gaps = unwrittenBlocks(content.parts).length;
  return gaps === 0 ? manuals : `${manuals}, ${gaps} unwritten`;
}

function written(content: NarrativeContent, part: PartKey, type: 'useCase' | 'manual'): number {
  return itemsOf(content.parts[part], type).filter((item) => !isBlank(item)).length;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
