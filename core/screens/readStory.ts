import type { NarrativeContent } from '../narrative/narrativeDoc';
import { itemsOf } from '../narrative/partState';
import { isBlank, plainText } from '../narrative/plainText';
import { type RichNode, type StoryFactKey, stringAttr } from '../narrative/richText';

/** A picture that stands in the text by itself and is no screen. */
export interface StoryImage {
  asset: string;
  alt: string;
}

/** Code that a step shows instead of a screen. */
export interface StorySnippet {
  text: string;
  /** 'request' or 'response' where a call is shown; '' elsewhere. */
  role: string;
}

/** A step as a story is told: its words, and its pictures in order. */
export interface StoryStep {
  id: string;
  title: string;
  /** What the text says besides the title, and what they see; '' for nothing. Code is left out. */
  words: string;
  /** Ids of its screens, as the text names them. */
  screens: string[];
  image: StoryImage | null;
  snippets: StorySnippet[];
}

/** A use case as a story is told; what nobody wrote is ''. */
export interface Story {
  title: string;
  facts: Record<StoryFactKey, string>;
  /** Without the blank ones. */
  steps: StoryStep[];
}

/** The use case with this id; undefined when it is gone. */
export function findUseCase(content: Pick<NarrativeContent, 'parts'>, id: string): RichNode | undefined {
  return itemsOf(content.parts.experience, 'useCase').find((node) => stringAttr(node, 'id') === id);
}

const knownStories = new WeakMap<RichNode, Story>();

/** Reads a use case as a story. What is unchanged since the last time, the same object, is not read again. */
export function readStory(useCase: RichNode): Story {
  const known = knownStories.get(useCase);
  if (known) return known;
  const story = toStory(useCase);
  knownStories.set(useCase, story);
  return story;
}

function toStory(useCase: RichNode): Story {
  const children = useCase.content ?? [];
  const fact = (key: StoryFactKey) =>
    oneLine(children.find((node) => node.type === 'storyFact' && stringAttr(node, 'key') === key));
  return {
    title: titleOf(useCase),
    facts: {
      who: fact('who'),
      when: fact('when'),
      goal: fact('goal'),
      ending: fact('ending'),
      failure: fact('failure'),
    },
    steps: children.filter((node) => node.type === 'step' && !isBlank(node)).map(readStep),
  };
}

function readStep(step: RichNode): StoryStep {
  const inside = [...walk(step)];
  const image = inside.find((node) => node.type === 'image' && stringAttr(node, 'asset') !== '');
  return {
    id: stringAttr(step, 'id'),
    title: titleOf(step),
    words: (step.content ?? []).filter(isTold).map(plainText).filter(Boolean).join('\n'),
    screens: inside.filter((node) => node.type === 'screen').map((node) => stringAttr(node, 'id')),
    image: image ? { asset: stringAttr(image, 'asset'), alt: stringAttr(image, 'alt') } : null,
    snippets: inside
      .filter((node) => node.type === 'codeBlock' && !isBlank(node))
      .map((node) => ({ text: plainText(node), role: stringAttr(node, 'role') })),
  };
}

const isTold = (node: RichNode): boolean =>
  node.type === 'storyFact'
    ? stringAttr(node, 'key') === 'sees'
    : node.type !== 'title' && node.type !== 'codeBlock';

const titleOf = (node: RichNode): string =>
  oneLine((node.content ?? []).find((child) => child.type === 'title'));

const oneLine = (node: RichNode | undefined): string =>
  node ? plainText(node).replace(/\s+/gu, ' ').trim() : '';

function* walk(node: RichNode): Generator<RichNode> {
  for (const child of node.content ?? []) {
    yield child;
    yield* walk(child);
  }
}
