import type { BankQuestion } from '../../../core/guidance/guidance';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { itemsOf } from '../../../core/narrative/partState';

export interface BankGroup {
  topic: string;
  questions: BankQuestion[];
}

/** The bank as one FAQ part shows it. */
export interface BankView {
  asked: ReadonlySet<number>;
  minimumAsked: number;
  minimumTotal: number;
  /** Questions of the minimum that nobody asked yet; those meant for this part first. */
  missing: BankQuestion[];
  /** What matches the search, by topic, in the order of the bank; without one, all but the missing. */
  groups: BankGroup[];
}

type Audience = BankQuestion['audience'];

/** Lays the bank beside what both FAQ parts already ask. */
export function viewBank(
  bank: readonly BankQuestion[],
  content: NarrativeContent,
  choice: { audience: Audience; search: string },
): BankView {
  const asked = askedNumbers(content);
  const minimum = bank.filter((question) => question.minimum);
  const missing = minimum.filter((question) => !asked.has(question.number));
  // Without a search, what is missing stands above the topics and is not said twice.
  const listed = choice.search.trim() === '' ? bank.filter((question) => !missing.includes(question)) : bank;
  const isHere = (question: BankQuestion) => question.audience === choice.audience;
  return {
    asked,
    minimumAsked: minimum.length - missing.length,
    minimumTotal: minimum.length,
    missing: [...missing.filter(isHere), ...missing.filter((question) => !isHere(question))],
    groups: groupByTopic(listed.filter((question) => matches(question, choice.search))),
  };
}

function askedNumbers(content: NarrativeContent): ReadonlySet<number> {
  const items = [
    ...itemsOf(content.parts.customerFaq, 'faqItem'),
    ...itemsOf(content.parts.internalFaq, 'faqItem'),
  ];
  const numbers = items.map((item) => item.attrs?.bankNumber);
  return new Set(numbers.filter((number): number is number => typeof number === 'number'));
}

function matches(question: BankQuestion, search: string): boolean {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const text = `${question.number} ${question.topic} ${question.text}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

function groupByTopic(questions: readonly BankQuestion[]): BankGroup[] {
  const groups = new Map<string, BankQuestion[]>();
  for (const question of questions) {
    groups.set(question.topic, [...(groups.get(question.topic) ?? []), question]);
  }
  return [...groups].map(([topic, grouped]) => ({ topic, questions: grouped }));
}
