import { plainText } from '../narrative/plainText';
import type { RichDoc, RichNode } from '../narrative/richText';
import { stringAttr } from '../narrative/richText';
import type { MockupSkeleton } from '../screens/mockups';

/** Words that stand on a screen: a sentence it says, or the name of something to set or press. */
export interface ScreenWords {
  words: string;
  kind: 'message' | 'label';
  /** Where they stand, such as the name of the screen. */
  place: string;
}

const longest = 300;

/** The words somebody drew onto a screen. A scene that cannot be read has none. */
export function sceneTexts(scene: string): string[] {
  let drawn: unknown;
  try {
    drawn = JSON.parse(scene);
  } catch {
    // A broken scene is told of where it is opened; here it only has nothing to offer.
    return [];
  }
  const elements = (drawn as { elements?: unknown } | null)?.elements;
  return Array.isArray(elements) ? distinct(elements.flatMap(textOf)) : [];
}

function textOf(element: unknown): string[] {
  const { type, isDeleted, text, originalText } = (element ?? {}) as Record<string, unknown>;
  const words = typeof originalText === 'string' ? originalText : text;
  return type === 'text' && isDeleted !== true && typeof words === 'string' ? [words] : [];
}

/** The words a mock-up comes with, which nobody wrote. */
export function mockupTexts(mockup: MockupSkeleton | undefined): string[] {
  return (mockup?.elements ?? []).flatMap((element) => {
    if (element.type === 'text') return [element.text];
    return element.type === 'rectangle' && element.label ? [element.label.text] : [];
  });
}

/** Words in quotation marks that the stories say are to be seen or pressed. */
export function quotedTexts(experience: RichDoc): string[] {
  return distinct([...quotesIn(experience)]);
}

/** Sorts words of screens out: those of mock-ups and those already in `known` go, the same words come once. */
export function screenWords(
  found: readonly { place: string; texts: readonly string[] }[],
  { ours, known }: { ours: readonly string[]; known: string },
): ScreenWords[] {
  const seen = new Set(ours.map(oneLine));
  return found.flatMap(({ place, texts }) =>
    texts.map(oneLine).flatMap((words): ScreenWords[] => {
      if (seen.has(words) || !/\p{L}/u.test(words) || words.length > longest) return [];
      seen.add(words);
      return known.includes(words) ? [] : [{ words, kind: kindOf(words), place }];
    }),
  );
}

/** A message is a sentence; six words or fewer without its full stop name something. */
function kindOf(words: string): ScreenWords['kind'] {
  return /[.!?…]$/u.test(words) || words.split(' ').length > 6 ? 'message' : 'label';
}

const quote = /[“„"«]([^“”„"«»\n]{2,300})[”“"»]/gu;

function* quotesIn(node: RichNode): Generator<string> {
  if (node.type === 'title' || node.type === 'codeBlock') return;
  if (node.type === 'storyFact' && stringAttr(node, 'key') === 'who') return;
  if ((node.content ?? []).some(({ type }) => type === 'text')) {
    for (const [, words = ''] of plainText(node).matchAll(quote)) yield words;
  } else for (const child of node.content ?? []) yield* quotesIn(child);
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const distinct = (texts: readonly string[]): string[] =>
  [...new Set(texts.map(oneLine))].filter((text) => text !== '');
