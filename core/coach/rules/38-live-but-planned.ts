import type { PartKey } from '../../narrative/parts';
import { blocksOf, type CoachDocument } from '../coachDocument';
import type { CoachBlock } from '../reading/coachBlock';
import { nameKey } from '../reading/findNames';
import type { PhraseList } from '../reading/words';
import { type Hit, hitIn, type RuleSettings } from '../rule';

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
  return blocks.flatMap((block) =>
    phrases
      .find(block.prose, block.words)
      .filter(({ from }) => {
        const at = { from, sentence: block.sentenceAt(from).from };
        return !document || isAboutProduct(block.prose, at, document);
      })
      .map((range) => hitIn(block, range)),
  );
}

/** Planned words count when their sentence has the product, or "it", as its subject. */
function isAboutProduct(
  prose: string,
  at: { from: number; sentence: number },
  { names }: CoachDocument,
): boolean {
  const subject = prose.slice(at.sentence, at.from);
  const key = nameKey(names.product);
  if (key.length >= 3 && nameKey(subject).includes(key)) return true;
  return (
    /^\s*(?:A:\s*)?(?:it|they|this|the \p{L}+|es|das|die app|der dienst)\b/iu.test(subject) ||
    subject.trim() === '' ||
    /\b(?:which|that|but) (?:is|are)?\s*$/iu.test(subject)
  );
}
