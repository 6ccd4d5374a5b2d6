import { useEffect, useRef, useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import { partStatesMap } from '../../../core/narrative/narrativeDoc';
import { partState } from '../../../core/narrative/partState';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { visibleRecords } from '../../../core/review/meeting/visibleRecords';
import { type ReviewThread, readThreads } from '../../../core/review/readThreads';
import type { GivenState } from '../../../core/review/records/signOffs';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import {
  countMatters,
  type MatterCounts,
  type OpenMatters,
  openMatters,
  sumMatters,
} from '../../../core/review/signOff/openMatters';
import { partVersion } from '../../../core/review/signOff/partVersion';
import type { LiveContent } from '../../editor/session/liveContent';
import type { OpenSession } from '../../editor/session/openSession';
import { useSessionValue } from '../../editor/session/useSession';
import { partStateWords } from '../../ui/partStateWords';
import { showToast } from '../../ui/showToast';
import { useCommand } from '../commands/CommandProvider';
import type { OpenPart } from './openPart';
import { saidHere } from './saidHere';
import type { CoachDesk } from './useCoachDesk';

/** Something that needs a word from the person before it is done. */
export type SigningQuestion = { part: PartKey } & (
  | { kind: 'state'; to: GivenState; failed: DatelineError | null }
  | { kind: 'sign' }
);

/** Saying how far a part is, and signing it. */
export interface SigningDesk {
  /** All that is open in a part; null until the coach has read the narrative. */
  mattersOf: (part: PartKey) => OpenMatters<AskedFinding> | null;
  question: SigningQuestion | null;
  onAsk: (question: SigningQuestion | null) => void;
  /** Gives a part a state at once, or asks first where something is open. The same function each time. */
  onMark: (part: PartKey, to: GivenState) => void;
  /** Gives it for good, and tells what was open then. Rejects with why it could not be kept. */
  giveState: (change: StateGiven) => Promise<MatterCounts>;
  /** Signs the part as it stood when that was asked, or takes it back. Rejects with why it could not be kept. */
  sign: (signing: Signing) => Promise<void>;
}

export interface StateGiven {
  part: PartKey;
  to: GivenState;
  reason: string;
  by: string;
}

export interface Signing {
  part: PartKey;
  isSigned: boolean;
  note: string;
  by: string;
}

interface SigningSetup extends Pick<OpenPart, 'session' | 'content' | 'part' | 'guidance'> {
  live: LiveContent;
  author: string;
  coachDesk: CoachDesk;
}

/** What people say about how far the parts of the open narrative are, each thing kept as a record. */
export function useSigning(setup: SigningSetup): SigningDesk {
  const { session, live, part, content, guidance, author, coachDesk } = setup;
  const [question, setQuestion] = useState<SigningQuestion | null>(null);
  const { isReady, open } = coachDesk.coach.view;
  const records = useSessionValue(session, (opened) => opened.review());
  // Read at most once for all parts, and anew each time this is drawn, since a silent reading ends by the clock.
  let known: ReviewThread[] | null = null;
  const mattersIn = (key: PartKey) => {
    known ??= readThreads(visibleRecords(records, { viewer: author, now: new Date() }));
    const bank = guidance.questions;
    return openMatters(key, { content: live.current(), threads: known, findings: open, bank });
  };
  // Whoever signs means the words that stood there when they were asked, not what a co-author writes meanwhile.
  const shown = useRef<ReturnType<typeof readPart> | null>(null);
  const ask = (next: SigningQuestion | null) => {
    shown.current = next?.kind === 'sign' ? readPart(session, live, next.part) : null;
    setQuestion(next);
  };
  const giveState = async ({ part: key, to, reason, by }: StateGiven) => {
    const asRead = readPart(session, live, key);
    const from = live.current().states[key] ?? 'drafted';
    const counts = countMatters(mattersIn(key));
    await add(session, { ...saidHere(by), ...asRead, kind: 'stateChange', from, to, open: counts, reason });
    writeState(session, key, to);
    return counts;
  };
  const mark = (key: PartKey, to: GivenState) => {
    live.catchUp();
    const isAsked = to === 'ready' && (!isReady || sumMatters(countMatters(mattersIn(key))) > 0);
    const askFor = (state: GivenState, failed: DatelineError | null) =>
      ask({ kind: 'state', part: key, to: state, failed });
    if (isAsked) return askFor(to, null);
    const from = live.current().states[key] ?? 'drafted';
    const give = (state: GivenState) => giveState({ part: key, to: state, reason: '', by: author });
    // What could not be kept is told in the dialog, where it can be tried again.
    const orAsk = (state: GivenState) => (thrown: unknown) => askFor(state, toDatelineError(thrown));
    const undo = () => void give(from).catch(orAsk(from));
    give(to).then(
      () =>
        showToast({
          message: `${partDefinitions[key].title}: ${partStateWords[to].toLowerCase()}`,
          action: { label: 'Undo', run: undo },
        }),
      orAsk(to),
    );
  };
  const latest = useRef(mark);
  useEffect(() => {
    latest.current = mark;
  });
  const [onMark] = useState(() => (key: PartKey, to: GivenState) => latest.current(key, to));
  const isWritten = !['empty', 'locked'].includes(partState(content, part));
  useCommand('narrative.markReady', isWritten ? () => mark(part, 'ready') : null);
  useCommand('narrative.markInReview', isWritten ? () => mark(part, 'inReview') : null);
  useCommand('narrative.markReviewed', isWritten ? () => mark(part, 'reviewed') : null);
  useCommand('narrative.sign', isWritten ? () => ask({ kind: 'sign', part }) : null);
  return {
    mattersOf: (key) => (isReady ? mattersIn(key) : null),
    question,
    onAsk: ask,
    onMark,
    giveState,
    sign({ part: key, isSigned, note, by }) {
      const asRead = shown.current?.part === key ? shown.current : readPart(session, live, key);
      return add(session, { ...saidHere(by), ...asRead, kind: 'signOff', isSigned, note });
    },
  };
}

/** The part as it stands this moment, and the draft's number. */
function readPart(session: OpenSession, live: LiveContent, part: PartKey) {
  live.catchUp();
  return { part, version: partVersion(live.current(), part), draft: session.meta().draft };
}

const add = (session: OpenSession, record: ReviewRecord) => session.addReview([record]);

function writeState({ doc }: OpenSession, part: PartKey, to: GivenState): void {
  if (to === 'drafted') partStatesMap(doc).delete(part);
  else partStatesMap(doc).set(part, to);
}
