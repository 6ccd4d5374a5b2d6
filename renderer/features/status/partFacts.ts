import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { countFaq, countNarrativeWords, countPartWords, itemsOf } from '../../../core/narrative/partState';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { isBlank } from '../../../core/narrative/plainText';
import { screenUses } from '../../../core/screens/screenUses';

const number = new Intl.NumberFormat('en-GB');
const count = (value: number, noun: string) => `${number.format(value)} ${noun}${value === 1 ? '' : 's'}`;

/** Words of the open part, and of everything. */
export function wordsLine(content: NarrativeContent, part: PartKey): { part: string; whole: string } {
  return {
    part: count(countPartWords(content, part), 'word'),
    whole: `${count(countNarrativeWords(content), 'word')} in the whole narrative`,
  };
}

/** What the open part is made of, such as "15 questions: 10 answered, 4 open, 1 blocked"; '' for plain text. */
export function partFacts(content: NarrativeContent, part: PartKey): string {
  const doc = content.parts[part];
  switch (partDefinitions[part].kind) {
    case 'faq': {
      const { answered, open, blocked } = countFaq(doc);
      const total = answered + open + blocked;
      if (total === 0) return '';
      return `${count(total, 'question')}: ${answered} answered, ${open} open, ${blocked} blocked`;
    }
    case 'stories': {
      const stories = itemsOf(doc, 'useCase').filter((item) => !isBlank(item));
      const steps = stories.flatMap((story) => (story.content ?? []).filter(({ type }) => type === 'step'));
      if (stories.length === 0) return '';
      const screens = screenUses(content).filter(({ places }) => places.some((place) => place.part === part));
      const facts = [count(stories.length, 'use case'), count(steps.length, 'step')];
      if (screens.length > 0) facts.push(count(screens.length, 'screen'));
      return facts.join(', ');
    }
    case 'manuals': {
      const manuals = itemsOf(doc, 'manual').filter((item) => !isBlank(item));
      return manuals.length === 0 ? '' : count(manuals.length, 'manual');
    }
    default:
      return '';
  }
}
