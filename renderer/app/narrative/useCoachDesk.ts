import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useState } from 'react';
import type { GrammarFinding } from '../../../core/api/shapes';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import type { PartKey } from '../../../core/narrative/parts';
import { coachMarkAt, showCoachMark } from '../../editor/coach/CoachMarks';
import { setGrammarMarks, showGrammarMark } from '../../editor/coach/GrammarMarks';
import { showWords } from '../../editor/coach/showWords';
import { startEvidence } from '../../editor/evidence/evidenceCommands';
import { markAssumed } from '../../editor/evidence/markAssumed';
import { goToSection } from '../../editor/outline';
import type { LiveContent } from '../../editor/session/liveContent';
import { questionAfter } from '../../features/coach/questionAfter';
import { type OpenCoach, useCoach } from '../../features/coach/useCoach';
import { useGrammar } from '../../features/coach/useGrammar';
import { showToast } from '../../ui/showToast';
import { useCommand } from '../commands/CommandProvider';
import type { OpenPart } from './openPart';
import type { Layout } from './useLayout';
import { useVisit } from './useVisit';

export type PanelTab = 'guide' | 'coach' | 'evidence' | 'comments' | 'thread';

/** What the panel, the rail and the keys share about the coach. */
export interface CoachDesk {
  coach: OpenCoach;
  /** How many questions are open, by part. */
  questions: Partial<Record<PartKey, number>>;
  /** Section or item the caret is in, as findings name it. */
  section: string;
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  focusRequest: number;
  onShow: (finding: AskedFinding) => void;
  onSource: (finding: AskedFinding) => void;
  onAssume: (finding: AskedFinding) => void;
  grammar: readonly GrammarFinding[];
  onShowGrammar: (finding: GrammarFinding) => void;
  onNext: () => void;
}

export interface CoachDeskSetup
  extends Pick<OpenPart, 'session' | 'content' | 'part' | 'editor' | 'place' | 'suggesting' | 'goTo'> {
  live: LiveContent;
  layout: Layout;
}

/** The coach of the open narrative, and the keys for its next question and for what can be done about it. */
export function useCoachDesk({
  session,
  content,
  live,
  part,
  editor,
  place,
  suggesting,
  goTo,
  layout,
}: CoachDeskSetup): CoachDesk {
  // A copy says something else than the narrative that is read; marks would stand beside its words.
  const marked = suggesting.isOn ? null : editor;
  const coach = useCoach({ session, live, editor: marked, part });
  const [tab, setTab] = useState<PanelTab>('guide');
  const [focusRequest, setFocusRequest] = useState(0);
  const section = place.item === '' ? place.guide : place.item;
  const { view, store } = coach;
  const visit = useVisit({ content, part, editor, goTo });

  // The marks of another part are drawn only once it was read, so its words are looked for.
  const visitWords = (finding: AskedFinding) =>
    visit(finding.part, (opened) => {
      if (!showWords(opened, finding.part, finding)) goToPlace(opened, finding.section);
    });
  const show = (finding: AskedFinding) => {
    store?.select(finding.id);
    if (finding.part !== part || !editor) return visitWords(finding);
    if (!showCoachMark(editor, finding.id)) goToPlace(editor, finding.section);
  };
  const atWords = (finding: AskedFinding, run: (opened: Editor) => void) =>
    visit(finding.part, (opened) => {
      if (reachWords(opened, finding)) run(opened);
    });
  const step = (by: 1 | -1) => () => {
    const next = questionAfter(view, { part, section }, by);
    if (!next) return;
    setTab('coach');
    show(next);
  };
  const openActions = () => {
    const asked = editor && coachMarkAt(editor.state);
    if (asked) store?.select(asked);
    layout.openPanel();
    setTab('coach');
    setFocusRequest((count) => count + 1);
  };
  const hasQuestions = view.open.length > 0;
  useCommand('go.nextQuestion', hasQuestions ? step(1) : null);
  useCommand('go.previousQuestion', hasQuestions ? step(-1) : null);
  useCommand('coach.actions', hasQuestions ? openActions : null);
  const grammar = useGrammar(session, part, coach.setup);
  useEffect(() => {
    if (marked) setGrammarMarks(marked, part, grammar);
  }, [marked, part, grammar]);
  const questions = useMemo(() => countByPart(view.open), [view.open]);
  return {
    coach,
    questions,
    section,
    tab,
    onTab: setTab,
    focusRequest,
    grammar,
    onShow: show,
    onSource: (finding) => atWords(finding, (opened) => void startEvidence(opened)),
    onAssume: (finding) => atWords(finding, assume),
    onShowGrammar: (finding) =>
      editor && (showGrammarMark(editor, grammar.indexOf(finding)) || showWords(editor, part, finding)),
    onNext: step(1),
  };
}

/** Selects the words of a finding, or goes to its section where it is about no words. False when they are gone. */
function reachWords(editor: Editor, finding: AskedFinding): boolean {
  if (finding.quote === '') return goToSection(editor, finding.section);
  return showCoachMark(editor, finding.id) || showWords(editor, finding.part, finding);
}

/** Goes to a section, or to the beginning of the part for what is about all of it. */
function goToPlace(editor: Editor, section: string): void {
  if (!goToSection(editor, section)) editor.commands.focus('start');
}

function assume(editor: Editor): void {
  const undo = markAssumed(editor);
  if (!undo) return;
  showToast({
    message: 'Marked as assumed',
    action: { label: 'Undo', run: () => editor.isDestroyed || undo() },
  });
}

function countByPart(open: readonly AskedFinding[]): Partial<Record<PartKey, number>> {
  const counts: Partial<Record<PartKey, number>> = {};
  for (const { part } of open) counts[part] = (counts[part] ?? 0) + 1;
  return counts;
}
