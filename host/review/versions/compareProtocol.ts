import type { ContentVersion } from '../../../core/format/contentVersion';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { Comparison } from '../../../core/review/versions/comparison';

/** Compares two versions of one narrative; one that is not in the library comes as what it says. */
export interface CompareTask {
  library: string;
  id: NarrativeId;
  was: ContentVersion | NarrativeContent;
  now: ContentVersion | NarrativeContent;
}

/** Null where a version is not kept any more. */
export type CompareAnswer = Comparison | null;
