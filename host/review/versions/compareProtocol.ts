import type { ContentVersion } from '../../../core/format/contentVersion';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { ReviewRecordOf } from '../../../core/review/reviewRecord';
import type { PartsChange } from '../../../core/review/suggestChanges';
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

export type CompareOrder =
  | { kind: 'versions'; task: CompareTask }
  /** Makes suggestions of what differs in a copy that came back. */
  | { kind: 'copy'; change: PartsChange };

export type CompareResult =
  | { kind: 'versions'; answer: CompareAnswer }
  | { kind: 'copy'; suggestions: ReviewRecordOf<'suggestion'>[] };
