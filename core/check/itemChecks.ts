import type { Finding } from '../api/shapes';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { countFaq, itemsOf } from '../narrative/partState';
import { isBlank, plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';

/** Points at a FAQ in which nothing is answered. */
export function checkAnswers(content: NarrativeContent): Finding[] {
  return (['customerFaq', 'internalFaq'] as const).flatMap((part): Finding[] => {
    const counts = countFaq(content.parts[part]);
    if (counts.answered > 0) return [];
    const asked = counts.open + counts.blocked;
    return [
      {
        rule: 'no-answered-question',
        level: 'fix',
        part,
        section: '',
        quote: '',
        from: 0,
        to: 0,
        question: part === 'customerFaq' ? 'What will customers ask first?' : 'What will the team ask first?',
        why:
          asked === 0
            ? 'No question is written here yet. The release can stay short because the FAQ carries the rest.'
            : `None of the ${asked} questions here is answered. One true answer shows reviewers where you stand.`,
      },
    ];
  });
}

/** Points at use cases that name a customer and a goal but show no step. */
export function checkUseCaseSteps(content: NarrativeContent): Finding[] {
  return itemsOf(content.parts.experience, 'useCase')
    .filter((useCase) => !isBlank(useCase) && !hasWrittenStep(useCase))
    .map((useCase) => ({
      ...placeOf(useCase),
      part: 'experience',
      rule: 'no-steps',
      level: 'fix',
      question: 'What does the customer do first, and what do they see?',
      why: 'This use case has no steps yet, so nobody can walk through it with you.',
    }));
}

function placeOf(item: RichNode): Pick<Finding, 'section' | 'quote' | 'from' | 'to'> {
  const title = (item.content ?? []).find(({ type }) => type === 'title');
  const quote = title ? plainText(title).trim() : '';
  const from = Math.max(0, plainText(item).trim().indexOf(quote));
  return { section: stringAttr(item, 'id'), quote, from, to: from + quote.length };
}

function hasWrittenStep(item: RichNode): boolean {
  return (item.content ?? []).some((child) => child.type === 'step' && !isBlank(child));
}
