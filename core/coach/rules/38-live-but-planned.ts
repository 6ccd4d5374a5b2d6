import type { PartKey } from '../../narrative/parts';
import { blocksOf, type CoachDocument } from '../coachDocument';
import { nameKey } from '../reading/findNames';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const customerParts: readonly PartKey[] = ['release', 'customerFaq', 'internalFaq', 'experience', 'manuals'];

/** Finds words that call it planned in a narrative whose release calls it live. */
export function findLiveButPlanned(document: CoachDocument, settings: RuleSettings): Hit[] {
  const live = settings.phrases('live');
  const liveIn = blocksOf(document, 'release').find(
    (block) => live.find(block.prose, block.words).length > 0,
  );
  const claim = liveIn && live.find(liveIn.prose, liveIn.words)[0];
  if (!liveIn || !claim) return [];
  const one = liveIn.text.slice(claim.from, claim.to);
  const planned = settings.phrases('planned');
  return blocksOf(document, ...customerParts).flatMap((block) =>
    planned
      .find(block.prose, block.words)
      .filter(({ from }) =>
        isAboutProduct(block.prose, { from, sentence: block.sentenceAt(from).from }, document),
      )
      .map((range) => hitIn(block, range, { slots: { one } })),
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
    /^\s*(?:A:\s*)?(?:it|this|the (?:product|service|app|tool|feature|system|site|platform)|es|das|die app|der dienst)\b/iu.test(
      subject,
    ) ||
    subject.trim() === '' ||
    /\b(?:which|that|but) (?:is|are)?\s*$/iu.test(subject)
  );
}
