import type { NarrativeContent } from '../narrative/narrativeDoc';
import { faqStateOf, itemsOf } from '../narrative/partState';
import { isBlank, plainText } from '../narrative/plainText';
import { type FaqState, type RichDoc, type RichNode, stringAttr } from '../narrative/richText';
import { titleOf, userKindName } from './userKinds';

/** A question of the internal FAQ. */
export interface InternalQuestion {
  id: string;
  /** Its place there, counted from 1 as the sheet counts. */
  number: number;
  words: string;
  state: FaqState;
  owner: string;
}

/** A place of a manual that could not be written yet. */
export interface UnwrittenBlock {
  id: string;
  /** The manual it stands in. */
  manual: { id: string; name: string };
  /** As the manual holds it. */
  node: RichNode;
  /** What is to be written there, as far as it is known; '' for nothing. */
  words: string;
  /** Id of the question that it waits for; '' while nobody said. */
  questionId: string;
  /** What was asked when it was linked. */
  quote: string;
  /** The question as it is now; null when none is named or it was deleted. */
  question: InternalQuestion | null;
}

/** The questions of the internal FAQ that have words, in order. */
export function internalQuestions(internalFaq: RichDoc): InternalQuestion[] {
  return itemsOf(internalFaq, 'faqItem').flatMap((item, index): InternalQuestion[] => {
    const asked = (item.content ?? []).find(({ type }) => type === 'faqQuestion');
    const words = asked ? oneLine(asked) : '';
    const id = stringAttr(item, 'id');
    if (words === '' || id === '') return [];
    return [{ id, number: index + 1, words, state: faqStateOf(item), owner: stringAttr(item, 'owner') }];
  });
}

/** Every place of the manuals that could not be written yet, in reading order; blank ones that name no question are left out. */
export function unwrittenBlocks(parts: Pick<NarrativeContent['parts'], 'manuals' | 'internalFaq'>) {
  const questions = new Map(internalQuestions(parts.internalFaq).map((asked) => [asked.id, asked]));
  return itemsOf(parts.manuals, 'manual').flatMap((manual) =>
    placesIn(manual)
      .filter((block) => !isBlank(block))
      .map((block): UnwrittenBlock => {
        const questionId = stringAttr(block, 'question');
        return {
          id: stringAttr(block, 'id'),
          manual: { id: stringAttr(manual, 'id'), name: manualName(manual) },
          node: block,
          words: oneLine(block),
          questionId,
          quote: stringAttr(block, 'words'),
          question: questions.get(questionId) ?? null,
        };
      }),
  );
}

/** What people call a manual: "Manual: Renters", "Manual for administrators" or just "Manual". */
export function manualName(manual: RichNode): string {
  const title = titleOf(manual);
  if (title !== '') return `Manual: ${title}`;
  const user = userKindName(stringAttr(manual, 'user'));
  return user === '' ? 'Manual' : `Manual for ${user.toLocaleLowerCase()}`;
}

const known = new WeakMap<RichNode, readonly RichNode[]>();

/** The same object is not searched again. */
function placesIn(manual: RichNode): readonly RichNode[] {
  const places = known.get(manual) ?? [...blocksIn(manual)];
  known.set(manual, places);
  return places;
}

function* blocksIn(node: RichNode): Generator<RichNode> {
  if (node.type === 'unwritten') yield node;
  else for (const child of node.content ?? []) yield* blocksIn(child);
}

const oneLine = (node: RichNode): string => plainText(node).replace(/\s+/gu, ' ').trim();
