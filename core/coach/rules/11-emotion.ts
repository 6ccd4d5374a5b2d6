import { type CoachDocument, releaseProse } from '../coachDocument';
import { findPhrases } from '../reading/phraseHits';
import type { TextRange } from '../reading/textRange';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds the company's feelings about its own news. */
export function findEmotion(document: CoachDocument, settings: RuleSettings): Hit[] {
  const feelings = settings.phrases('emotion');
  return releaseProse(document).flatMap((block) =>
    findPhrases(block, feelings).map((range) => hitIn(block, withAnnouncement(block.prose, range))),
  );
}

/** Marks "thrilled to introduce" as a whole: what may be deleted reaches to the verb. */
function withAnnouncement(prose: string, { from, to }: TextRange): TextRange {
  const verb =
    /^(?: to)? (?:announce|introduce|launch|present|share|unveil|release|open|bring|offer|welcome|report|say)\b/iu.exec(
      prose.slice(to, to + 20),
    );
  return { from, to: to + (verb?.[0].length ?? 0) };
}
