import { type CoachDocument, releaseProse } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import { findPhrases } from '../reading/phraseHits';
import type { TextRange } from '../reading/textRange';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const verbs = anyOf(
  'announce|introduce|launch|present|share|unveil|release|open|bring|offer|welcome|report|say',
);
const announcement = new RegExp(String.raw`^(?: to)? ${verbs}\b`, 'iu');

/** Finds the company's feelings about its own news. */
export function findEmotion(document: CoachDocument, settings: RuleSettings): Hit[] {
  const feelings = settings.phrases('emotion');
  return releaseProse(document).flatMap((block) =>
    findPhrases(block, feelings).map((range) => hitIn(block, withAnnouncement(block.prose, range))),
  );
}

/** Marks "thrilled to introduce" as a whole: what may be deleted reaches to the verb. */
function withAnnouncement(prose: string, { from, to }: TextRange): TextRange {
  const verb = announcement.exec(prose.slice(to, to + 20));
  return { from, to: to + (verb?.[0].length ?? 0) };
}
