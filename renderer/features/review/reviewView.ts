import type { PartKey } from '../../../core/narrative/parts';
import type { Placement } from '../../../core/review/placeAnchor';

/** One thing said in a thread. */
export interface Message {
  id: string;
  by: string;
  /** ISO moment. */
  at: string;
  text: string;
  /** The way it came, such as “in Fairmend.docx”; '' for what was written here. */
  source: string;
}

/** A question of the internal FAQ that was asked because of a remark. */
export interface AskedQuestion {
  id: string;
  words: string;
  owner: string;
  /** A day such as 2027-03-01; '' for none. */
  due: string;
  isAnswered: boolean;
  /** Where it stands in the internal FAQ. */
  placement: Placement;
}

/** A thread as the panel shows it. */
export interface ThreadView {
  id: string;
  part: PartKey;
  /** Where the words stand, for people. */
  place: string;
  quote: string;
  /** True where it is about a question, step, screen or manual as a whole. */
  isItem: boolean;
  /** Where its words stand now; an orphan's are gone. */
  placement: Placement;
  isResolved: boolean;
  /** Who began it, as they are named; '' where nobody is. */
  begunBy: string;
  /** The question of the internal FAQ that was made of it; null where none was, or it is gone. */
  question: AskedQuestion | null;
  messages: readonly Message[];
}

/** A suggestion as the panel shows it. */
export interface ChangeView {
  id: string;
  state: 'open' | 'accepted' | 'rejected' | 'withdrawn';
  /** Who decided about it and when; null while nobody did. */
  decided: { by: string; at: string } | null;
  /** What was said about it. */
  replies: readonly Message[];
  /** Open changes that would change some of the same words. */
  rivals: readonly string[];
  /** The words that stand there now, where they are no longer those it was written against; '' where they are gone. */
  thereNow: string;
  part: PartKey;
  place: string;
  by: string;
  at: string;
  source: string;
  /** The words it would take out and put in; '' for none. */
  was: string;
  now: string;
  /** What stands before and behind them, so that a single word can be judged. */
  before: string;
  after: string;
  /** What the words alone do not tell; '' for nothing. */
  note: string;
  /** An orphan's words are not there any more as it was written against them. */
  placement: Placement;
  /** Where it stands in what is shown, which may be a copy; an orphan there is not drawn. */
  shown: Placement;
}

/** Everything said about the open narrative, in reading order. */
export interface ReviewView {
  threads: readonly ThreadView[];
  changes: readonly ChangeView[];
  /** Changes that were accepted, rejected or withdrawn. */
  decided: readonly ChangeView[];
}

/** What can be done in the panel. Those that write answer once it is durable, and reject with the reason. */
export interface ReviewActions {
  onShow: (remark: { id: string; part: PartKey }) => void;
  onReply: (thread: string, reply: { id: string; text: string }) => Promise<void>;
  onResolve: (thread: string, isResolved: boolean) => Promise<void>;
  /** Asks it in the internal FAQ, in the name of whoever said it. */
  onAsk: (thread: ThreadView) => void;
  /** Goes to a question that was made of a remark, by its id. */
  onShowQuestion: (question: string) => void;
  onAccept: (changes: readonly ChangeView[]) => void;
  onReject: (changes: readonly ChangeView[]) => void;
  /** Gives a remark whose words are gone the words that are selected now. */
  onPlace: (thread: string) => Promise<void>;
}
