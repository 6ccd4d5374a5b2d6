import { type CoachDocument, releaseProse } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { isPeopleWord } from '../reading/namesPeople';
import { findPhrases } from '../reading/phraseHits';
import type { TextRange } from '../reading/textRange';
import { wordSet } from '../reading/wordSet';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const verbs = anyOf(
  'announce|introduce|launch|present|share|unveil|release|open|bring|offer|welcome|report|say',
);
const announcement = new RegExp(String.raw`^(?: to)? ${verbs}\b`, 'iu');

const others = wordSet(
  'who customers customer people users user children child dogs dog parents patients nurses',
  'guests visitors kids',
  'he she families neighbours neighbors pupils husband wife mother father son daughter landlord',
  'tenant members',
);

/** Finds the company's feelings about its own news. */
export function findEmotion(document: CoachDocument, settings: RuleSettings): Hit[] {
  const feelings = settings.phrases('emotion');
  return releaseProse(document).flatMap((block) =>
    findPhrases(block, feelings)
      .filter((range) => !isOfOthers(block, range))
      .map((range) => hitIn(block, withAnnouncement(block.prose, range))),
  );
}

/** "Customers are pleased to pay less", "a baker who is proud of her oven": feelings of others are news. */
function isOfOthers({ prose }: CoachBlock, { from }: TextRange): boolean {
  const before = prose.slice(Math.max(0, from - 48), from);
  const subject = /(\p{L}+) (?:is|are|was|were|feels?|felt)(?: (?:so|very|not|also|now|just))?\s$/iu.exec(
    before,
  )?.[1];
  if (subject === undefined) return false;
  const lower = subject.toLowerCase();
  return isPeopleWord(lower) || others.has(lower);
}

/** Marks "thrilled to introduce" as a whole: what may be deleted reaches to the verb. */
function withAnnouncement(prose: string, { from, to }: TextRange): TextRange {
  const verb = announcement.exec(prose.slice(to, to + 20));
  return { from, to: to + (verb?.[0].length ?? 0) };
}
