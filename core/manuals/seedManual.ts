import type { WordLists } from '../coach/coachData';
import type { CoachLanguage } from '../coach/reading/detectLanguage';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { itemsOf } from '../narrative/partState';
import { findSection, isBlank, plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';
import { findNouns, hasNoun } from './nouns';
import { titleOf } from './userKinds';

/** What a manual can be begun from. Every word of it is the author's own. */
export interface ManualSeeds {
  howTos: HowToSeed[];
  /** Nouns of the stories that Concepts does not explain yet, most used first. */
  concepts: ConceptSeed[];
}

export interface HowToSeed {
  /** Id of the use case. */
  useCase: string;
  title: string;
  /** How many of its steps say something. */
  steps: number;
  /** True when this manual has a how-to that was begun from it. */
  isHere: boolean;
}

export interface ConceptSeed {
  words: string;
  count: number;
}

const mostConcepts = 12;

/** What the stories offer to a manual that is not in it yet. */
export function manualSeeds(
  content: Pick<NarrativeContent, 'parts'>,
  manual: RichNode,
  words: Record<CoachLanguage, WordLists>,
): ManualSeeds {
  const useCases = itemsOf(content.parts.experience, 'useCase').filter((useCase) => !isBlank(useCase));
  const concepts = findSection(manual, 'concepts');
  const explained = concepts ? plainText(concepts) : '';
  const stories = useCases.map(storyText).join('\n');
  return {
    howTos: useCases
      .filter((useCase) => stringAttr(useCase, 'id') !== '')
      .map((useCase) => ({
        useCase: stringAttr(useCase, 'id'),
        title: titleOf(useCase) || 'A use case without a title',
        steps: stepsOf(useCase).length,
        isHere: hasHowToFrom(manual, stringAttr(useCase, 'id')),
      })),
    concepts: findNouns(stories, words)
      .filter((noun) => !hasNoun(explained, noun.words))
      .slice(0, mostConcepts),
  };
}

/** True when a heading of the manual was begun from this use case, wherever it was moved since. */
export function hasHowToFrom(node: RichNode, useCase: string): boolean {
  if (node.type === 'heading') return stringAttr(node, 'from') === useCase;
  return (node.content ?? []).some((child) => hasHowToFrom(child, useCase));
}

/** A how-to begun from a use case: its title, and its steps numbered, each with what is seen then. */
export function seedHowTo(useCase: RichNode, id: string): RichNode[] {
  const from = stringAttr(useCase, 'id');
  const heading: RichNode = {
    type: 'heading',
    attrs: { level: 3, id, from },
    content: textOf(titleOf(useCase)),
  };
  const items = stepsOf(useCase).map((step): RichNode => ({ type: 'listItem', content: linesOf(step) }));
  const empty: RichNode = { type: 'listItem', content: [paragraphOf('')] };
  return [heading, { type: 'orderedList', content: items.length > 0 ? items : [empty] }];
}

/** A concept to be explained: its name, and room for the explanation. */
export function seedConcept(words: string): RichNode[] {
  return [{ type: 'heading', attrs: { level: 3 }, content: textOf(words) }, paragraphOf('')];
}

/** Words that stand on screens, to be explained one by one. */
export function seedReference(texts: readonly string[]): RichNode[] {
  if (texts.length === 0) return [];
  const items = texts.map((text): RichNode => ({ type: 'listItem', content: [paragraphOf(text)] }));
  return [{ type: 'bulletList', content: items }];
}

const stepsOf = (useCase: RichNode): RichNode[] =>
  (useCase.content ?? []).filter((child) => child.type === 'step' && linesOf(child).length > 0);

/** Its title or, without one, its first line; below it what they see. */
function linesOf(step: RichNode): RichNode[] {
  const children = step.content ?? [];
  const text = children.filter(({ type }) => type !== 'storyFact' && type !== 'codeBlock').map(plainText);
  const title = text.join('\n').trim().split('\n')[0] ?? '';
  const seen = children.filter((child) => stringAttr(child, 'key') === 'sees').map(plainText);
  return [title, ...seen].filter((line) => line.trim() !== '').map(paragraphOf);
}

/** What a use case says, without its people: they are named in its first line. */
function storyText(useCase: RichNode): string {
  const told = (useCase.content ?? []).filter((child) => stringAttr(child, 'key') !== 'who');
  return told.map(plainText).join('\n');
}

const textOf = (text: string): RichNode[] => (text === '' ? [] : [{ type: 'text', text }]);

const paragraphOf = (text: string): RichNode => ({ type: 'paragraph', content: textOf(text.trim()) });
