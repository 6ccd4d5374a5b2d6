import type { ThreadPromise } from '../../../../core/thread/collectPromises';
import type { ThreadColumn, ThreadEnd } from '../../../../core/thread/threadEnd';
import type { ThreadLink } from '../../../../core/thread/threadLink';

/** What can be done from the map. Whoever shows the map does it, so that each is one step to undo. */
export interface MapActions {
  /** Shows an end where it stands. */
  onGoToEnd: (end: ThreadEnd) => void;
  onGoToStory: (useCase: string) => void;
  /** Shows the words of a promise in the release. */
  onGoToPromise: (promise: string) => void;
  /** `instead` is let go in the same step. */
  onLink: (promise: ThreadPromise, end: ThreadEnd, instead: ThreadLink | null) => void;
  onLetGo: (link: ThreadLink) => void;
  /** Forgets a promise whose words were deleted, and what was linked to it. */
  onForget: (promise: ThreadPromise) => void;
  onImportant: (promise: ThreadPromise, isImportant: boolean) => void;
}

/** Asked for on the map: what keeps a promise, in one column or anywhere, or which promise these ends keep. */
export type LinkRequest =
  | { from: 'promise'; promise: ThreadPromise; column: ThreadColumn | null; instead: ThreadLink | null }
  | { from: 'ends'; words: string; ends: readonly ThreadEnd[] };
