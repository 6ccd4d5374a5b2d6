import type { PartKey } from '../../narrative/parts';
import { blocksOf, type CoachDocument } from '../coachDocument';
import type { CoachBlock } from '../reading/coachBlock';
import { nameKey } from '../reading/findNames';
import { perSentence } from '../reading/perSentence';
import type { PhraseList } from '../reading/words';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const subject =
  /^\s*(?:A:\s*)?(?:(?:no|yes|not yet)[.,]? )?(?:it|they|this|we|so far|development|work on it|there|the \p{L}+(?! (?:version|edition|option|module|update|manual))|es|das|wir|die app|der dienst)\b/iu;
const continued =
  /(?:\b(?:app|service|product|tool|platform|system|device|program|programme),? (?:which|that)|\bbut)(?: is| are)?\s*$/iu;
const customerParts: readonly PartKey[] = ['release', 'customerFaq', 'internalFaq', 'experience', 'manuals'];

/** Finds words that call it planned in a narrative whose release calls it live, and the words that do so. */
export function findLiveButPlanned(document: CoachDocument, settings: RuleSettings): Hit[] {
  const [live] = phraseHits(blocksOf(document, 'release'), settings.phrases('live'));
  if (!live) return [];
  const planned = phraseHits(blocksOf(document, ...customerParts), settings.phrases('planned'), document);
  const [first] = planned;
  if (!first) return [];
  return [
    { ...live, variant: 'live', slots: { one: first.quote } },
    ...planned.map((hit) => ({ ...hit, slots: { one: live.quote } })),
  ];
}

/** Where the phrases stand; with a document only where they speak of its product. */
function phraseHits(blocks: readonly CoachBlock[], phrases: PhraseList, document?: CoachDocument): Hit[] {
  return blocks.flatMap((block) => {
    const isWanted = document ? aboutProduct(block, document) : () => true;
    return phrases
      .find(block.prose, block.words)
      .filter(({ from }) => isWanted(from))
      .map((range) => hitIn(block, range));
  });
}

/** Tells of planned words whether their sentence has the product, or "it", as its subject. */
function aboutProduct(block: CoachBlock, { names }: CoachDocument): (offset: number) => boolean {
  const { prose } = block;
  const subjectIn = perSentence(block, ({ from, to }) => {
    const text = prose.slice(from, to);
    return {
      beginsAt: from + text.length - text.trimStart().length,
      // "It is", "the app is": whatever the sentence plans, it plans for them.
      opening: from + (subject.exec(text)?.[0].length ?? Infinity),
      named: from + endOfName(text, nameKey(names.product)),
    };
  });
  return (offset) => {
    const { beginsAt, opening, named } = subjectIn(offset);
    if (offset <= beginsAt || offset >= Math.min(opening, named)) return true;
    return continued.test(prose.slice(Math.max(beginsAt, offset - 24), offset));
  };
}

/** Where the first mention of a name ends, however it is spaced; Infinity when there is none. */
function endOfName(text: string, key: string): number {
  if (key.length < 3) return Infinity;
  let tail = '';
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    // No more is kept than a name could begin in, so a sentence without end stays cheap.
    tail = `${tail.slice(-key.length)}${word.toLowerCase()}`;
    if (tail.includes(key)) return index + word.length;
  }
  return Infinity;
}
