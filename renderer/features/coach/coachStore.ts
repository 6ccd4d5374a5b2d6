import type { Editor } from '@tiptap/core';
import type * as Y from 'yjs';
import { coachMap, dismissalsMap, readCoachNotes } from '../../../core/coach/coachNotes';
import { type CoachSetup, settleCoach } from '../../../core/coach/coachSetup';
import { applyDismissals, type Dismissal, dismiss } from '../../../core/coach/dismissals';
import type { AskedFinding, CoachAnswer } from '../../../core/coach/live/coachMessages';
import type { PartKey } from '../../../core/narrative/parts';
import { openCoachMark, setCoachMarks } from '../../editor/coach/CoachMarks';
import { findingRanges } from '../../editor/coach/findingRanges';
import { TextTrail } from '../../editor/coach/textTrail';
import { afterEachPause } from '../../editor/outline';
import type { LiveContent } from '../../editor/session/liveContent';
import { localDay } from '../../ui/dates';
import { type CoachFeed, startCoachFeed } from './coachFeed';
import { tellEdits } from './tellEdits';

/** Rest after the last key before the changed text is handed to the worker, in milliseconds. */
const pauseMs = 350;

/** What the coach asks about a narrative at the moment. */
export interface CoachView {
  /** False until the narrative was read for the first time. */
  isReady: boolean;
  /** Open questions in reading order. */
  open: readonly AskedFinding[];
  setAside: readonly { finding: AskedFinding; dismissal: Dismissal }[];
  /** Checks that could not be carried out, one sentence each. */
  problems: readonly string[];
  /** The question whose card and words stand out. */
  openId: string | null;
}

const nothing: CoachView = { isReady: false, open: [], setAside: [], problems: [], openId: null };
const stopped = 'The coach has stopped. Your words are safe; open the narrative again to bring it back.';

interface CoachStoreSetup {
  doc: Y.Doc;
  live: LiveContent;
  startFeed?: typeof startCoachFeed;
}

/** The coach of one open narrative in this window: what is asked, what was set aside, which words are marked. */
export class CoachStore {
  readonly #doc: Y.Doc;
  readonly #feed: CoachFeed;
  readonly #edits: ReturnType<typeof tellEdits>;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];
  #answer: CoachAnswer = { version: 0, findings: [], problems: [] };
  #view = nothing;
  #sheet: { editor: Editor; part: PartKey; trail: TextTrail } | null = null;
  #setup: CoachSetup | null = null;

  constructor({ doc, live, startFeed = startCoachFeed }: CoachStoreSetup) {
    this.#doc = doc;
    this.#feed = startFeed({ onAnswer: this.#hear, onStopped: this.#hearStop });
    this.#edits = tellEdits(live, this.#feed.tell);
    const dismissals = dismissalsMap(doc);
    const own = coachMap(doc);
    const onDismissals = () => {
      this.#refresh({});
      this.#markWords();
    };
    const onOwn = () => this.#settle();
    dismissals.observe(onDismissals);
    own.observe(onOwn);
    this.#stops = [
      this.#edits.stop,
      this.#feed.close,
      () => dismissals.unobserve(onDismissals),
      () => own.unobserve(onOwn),
    ];
  }

  readonly view = (): CoachView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Takes what the library settles; the narrative's own settings are laid over it. */
  settle(setup: CoachSetup): void {
    this.#setup = setup;
    this.#settle();
  }

  /** Watches the sheet that is being written on; returns what ends it. */
  follow(editor: Editor, part: PartKey): () => void {
    const trail = new TextTrail(editor);
    this.#sheet = { editor, part, trail };
    this.#edits.leaveTo(part, trail);
    const send = () => this.#edits.tellSheet(part, trail);
    const stopPauses = afterEachPause(editor, pauseMs, send);
    return () => {
      stopPauses();
      send();
      trail.stop();
      this.#edits.takeBack(part);
      this.#sheet = null;
    };
  }

  select(openId: string | null): void {
    this.#refresh({ openId });
  }

  /** Sets a question aside for everyone; the reason is kept with who gave it and when. */
  setAside(finding: AskedFinding, by: { reason: string; who: string }): void {
    const dismissal = dismiss(finding, { ...by, when: new Date().toISOString() });
    dismissalsMap(this.#doc).set(finding.id, dismissal);
  }

  askAgain(finding: AskedFinding): void {
    dismissalsMap(this.#doc).delete(finding.id);
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  #settle(): void {
    if (!this.#setup) return;
    const settled = settleCoach(this.#setup, readCoachNotes(this.#doc));
    this.#feed.tell({ kind: 'settle', settled, today: localDay(new Date()) });
  }

  readonly #hear = (answer: CoachAnswer): void => {
    this.#answer = answer;
    this.#refresh({ isReady: true, problems: answer.problems });
    this.#markWords();
  };

  readonly #hearStop = (): void => this.#refresh({ isReady: true, problems: [stopped] });

  #refresh(change: Partial<CoachView>): void {
    const { dismissals } = readCoachNotes(this.#doc);
    const view = { ...this.#view, ...change, ...applyDismissals(this.#answer.findings, dismissals) };
    // Most answers ask what was asked before; then nothing is drawn again while somebody types.
    if (shownIn(view) === shownIn(this.#view)) return;
    this.#view = view;
    for (const listener of this.#listeners) listener();
    if (this.#sheet && !this.#sheet.editor.isDestroyed) openCoachMark(this.#sheet.editor, this.#view.openId);
  }

  /** Questions are about the text as it was when the worker read it; the marks are led to where it is now. */
  #markWords(): void {
    if (!this.#sheet || this.#sheet.editor.isDestroyed) return;
    const { editor, part, trail } = this.#sheet;
    const doc = trail.docAt(this.#answer.version);
    if (!doc) return;
    const open = new Set(this.#view.open.map(({ id }) => id));
    const words = this.#answer.findings.filter((finding) => finding.part === part && open.has(finding.id));
    setCoachMarks(editor, trail.lead(this.#answer.version, findingRanges(doc, part, words)));
  }
}

/** All of a view that can be seen; where its words stand in the text is the business of the marks. */
function shownIn(view: CoachView): string {
  return JSON.stringify(view, (key, value: unknown) => (key === 'from' || key === 'to' ? undefined : value));
}
