import type { Finding } from '../api/shapes';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { itemsOf } from '../narrative/partState';
import { findSection, isBlank } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';
import { howTosOf } from './howTos';
import { placeInManual } from './manualPlace';
import { type UnwrittenBlock, unwrittenBlocks } from './unwritten';
import { userKindName, usersWithoutManual } from './userKinds';

/** Asks about the make-up of the manuals: who has none, which task has no steps, and what can be written by now. */
export function checkManuals(content: NarrativeContent): Finding[] {
  return [...checkUsers(content), ...checkHowToSteps(content), ...checkUnwritten(content)];
}

function checkUsers(content: NarrativeContent): Finding[] {
  return usersWithoutManual(content).map(({ user, title }) => ({
    rule: 'user-without-manual',
    level: 'fix',
    part: 'manuals',
    section: '',
    quote: '',
    from: 0,
    to: 0,
    question: `Which manual does this reader open: ${userKindName(user)}?`,
    why: `${title === '' ? 'A use case' : `The use case “${title}”`} names this kind of user, and no manual is for them yet.`,
  }));
}

function checkHowToSteps(content: NarrativeContent): Finding[] {
  return itemsOf(content.parts.manuals, 'manual').flatMap((manual): Finding[] => {
    const section = findSection(manual, 'howTo');
    if (!section || isBlank(section)) return [];
    const howTos = howTosOf(manual);
    const untold = howTos.filter(({ steps }) => steps.length === 0).map(({ heading }) => heading);
    const isTextOnly = howTos.length === 0 && !hasNumbers(section);
    return (isTextOnly ? [section] : untold).map((node) => ({
      ...placeInManual(manual, node),
      rule: 'no-numbered-steps',
      level: 'fix',
      question: 'Which steps, in which order?',
      why: 'This how-to has no numbered steps. Numbers let a reader follow with one finger on the page.',
    }));
  });
}

function hasNumbers(node: RichNode): boolean {
  return node.type === 'orderedList' || (node.content ?? []).some(hasNumbers);
}

function checkUnwritten({ parts }: NarrativeContent): Finding[] {
  const manuals = new Map(
    itemsOf(parts.manuals, 'manual').map((manual) => [stringAttr(manual, 'id'), manual]),
  );
  return unwrittenBlocks(parts).flatMap((block): Finding[] => {
    const asked = askAbout(block);
    const manual = manuals.get(block.manual.id);
    if (!asked || !manual) return [];
    return [{ ...placeInManual(manual, block.node), level: 'fix', ...asked }];
  });
}

function askAbout({
  question,
  questionId,
  quote,
}: UnwrittenBlock): Pick<Finding, 'rule' | 'question' | 'why'> | null {
  if (questionId === '') {
    return {
      rule: 'unwritten-without-question',
      question: 'Which open question does this wait for?',
      why: 'It could not be written yet, and nothing says what has to be decided first. Name a question of the internal FAQ.',
    };
  }
  if (question === null) {
    return {
      rule: 'unwritten-question-gone',
      question: 'Which question does this wait for now?',
      why: `The question it waited for is no longer in the internal FAQ${quote === '' ? '' : `: “${quote}”`}.`,
    };
  }
  if (question.state !== 'answered') return null;
  return {
    rule: 'unwritten-answered',
    question: 'Can this be written now?',
    why: `It waited for internal question ${question.number}, and that is answered: “${question.words}”`,
  };
}
