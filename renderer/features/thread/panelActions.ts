import type { ThreadPromise } from '../../../core/thread/collectPromises';
import type { ThreadEnd } from '../../../core/thread/threadEnd';
import type { ThreadLink } from '../../../core/thread/threadLink';

/** What can be done beside the text. Whoever shows the panel does it, each as one step of undo. */
export interface PanelActions {
  /** Shows an end where it stands. */
  onShowEnd: (end: Pick<ThreadEnd, 'kind' | 'id' | 'place'>) => void;
  /** Shows the words of a promise in the release. */
  onShowPromise: (id: string) => void;
  /** Goes to a promise to link it to something. */
  onSeek: (id: string) => void;
  /** Links an end; `instead` is a link that goes at the same time. */
  onLink: (promise: ThreadPromise, end: ThreadEnd, instead?: ThreadLink | null) => void;
  onLetGo: (linkId: string) => void;
  /** Remembers that an end is not about a promise. */
  onRefuse: (promise: ThreadPromise, end: ThreadEnd) => void;
  onImportant: (promise: ThreadPromise, isImportant: boolean) => void;
  /** Follows a promise no longer, and lets everything go that was linked to it. */
  onUnfollow: (promise: ThreadPromise) => void;
  /** Gives the caret back to the text. */
  onLeave: () => void;
}
