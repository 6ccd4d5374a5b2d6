import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useMemo, useState } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import { partNode } from '../../../core/review/partNode';
import { knownPeople } from '../../../core/review/people/knownPeople';
import { readPartText } from '../../../core/review/readPartText';
import {
  openRemarkMark,
  type RemarkRange,
  remarkAt,
  setRemarkMarks,
  showRemark,
} from '../../editor/remarks/RemarkMarks';
import type { LiveContent } from '../../editor/session/liveContent';
import type { NarrativeSession } from '../../editor/session/session';
import type { NewRemark } from '../../features/review/CommentsPanel';
import { type ReviewedPart, readReviewView } from '../../features/review/readReviewView';
import { filterReview, openRemarks, type RemarkFilter } from '../../features/review/remarkFilter';
import type { ReviewView } from '../../features/review/reviewView';
import { useCommand } from '../commands/CommandProvider';
import type { OpenPart } from './openPart';
import { rangesOf } from './remarkRanges';
import type { CoachDesk } from './useCoachDesk';
import type { Layout } from './useLayout';
import { useNewRemark } from './useNewRemark';
import { useVisibleRecords } from './useVisibleRecords';
import type { Visit } from './useVisit';

/** What the panel, the text and the keys share about remarks and suggestions. */
export interface ReviewDesk {
  view: ReviewView;
  /** What of it the filter lets through; the keys stay inside. */
  shown: ReviewView;
  filter: RemarkFilter;
  onFilter: (filter: RemarkFilter) => void;
  /** Names of those whom a remark can mention. */
  people: readonly string[];
  /** Remarks and changes that wait for somebody. */
  waiting: number;
  openId: string | null;
  onOpen: (id: string) => void;
  newRemark: NewRemark | null;
  onShow: (remark: { id: string; part: PartKey }) => void;
  /** Opens the panel at a remark or a change, and the text where it stands. */
  onReveal: (id: string) => void;
}

export interface ReviewSetup
  extends Pick<OpenPart, 'session' | 'content' | 'part' | 'editor' | 'suggesting'> {
  live: LiveContent;
  layout: Layout;
  author: string;
  visit: Visit;
  onTab: CoachDesk['onTab'];
}

/** The review of the open narrative: what was said, where it stands, and the keys that lead through it. */
export function useReview(setup: ReviewSetup): ReviewDesk {
  const { session, content, part, editor, suggesting, layout, visit, onTab } = setup;
  const { view: copy, isClean } = suggesting;
  const records = useVisibleRecords(session, setup.author);
  const { view, readFrom } = useMemo(() => {
    const partOf = partReader(session);
    const shownOf = copy ? partReader(copy.text) : partOf;
    const read = readReviewView({ records, content, partOf, shownOf });
    return { view: read, readFrom: editor?.isDestroyed === false ? editor.state.doc : null };
  }, [records, content, session, copy, editor]);
  const [openId, setOpenId] = useState<string | null>(null);
  const ranges = useMemo(() => (isClean ? [] : rangesOf(view, part, copy)), [view, part, isClean, copy]);
  useMarks(editor, { ranges, readFrom, openId });
  useOpenAtCaret(editor, setOpenId);
  const newRemark = useNewRemark(setup, setOpenId);
  const [filter, setFilter] = useState(openRemarks);
  const shown = filterReview(view, filter, { me: setup.author, openId });
  const remarks = remarksOf(shown, filter);
  const people = useMemo(() => knownPeople(records, content), [records, content]);
  const show = (remark: { id: string; part: PartKey }) => {
    setOpenId(remark.id);
    visit(remark.part, (opened) => {
      if (!isClean) setRemarkMarks(opened, rangesOf(view, remark.part, copy));
      showRemark(opened, remark.id);
    });
  };
  const reveal = (remark: ReturnType<typeof remarkAfter>) => {
    if (!remark) return;
    layout.openPanel();
    onTab('comments');
    if (remark.placement.state === 'orphan') setOpenId(remark.id);
    else show(remark);
  };
  const step = (by: 1 | -1) => () => reveal(remarkAfter(remarks, openId, by));
  const onReveal = (id: string) =>
    reveal([...view.changes, ...view.decided, ...view.threads].find((remark) => remark.id === id) ?? null);
  const hasRemarks = remarks.length > 0;
  useCommand('go.nextRemark', hasRemarks ? step(1) : null);
  useCommand('go.previousRemark', hasRemarks ? step(-1) : null);
  const waiting = view.changes.length + view.threads.filter(({ isResolved }) => !isResolved).length;
  const filtering = { shown, filter, onFilter: setFilter, people };
  return { view, ...filtering, waiting, openId, onOpen: setOpenId, newRemark, onShow: show, onReveal };
}

/** Reads each part at most once. */
function partReader(session: Pick<NarrativeSession, 'fragment'>) {
  const known = new Map<PartKey, ReviewedPart>();
  return (part: PartKey): ReviewedPart => {
    const fragment = session.fragment(part);
    const read = known.get(part) ?? { text: readPartText(fragment), node: partNode(part, fragment) };
    known.set(part, read);
    return read;
  };
}

interface Marked {
  ranges: readonly RemarkRange[];
  /** The text that the ranges were read from; null where none was open. */
  readFrom: Node | null;
  openId: string | null;
}

/** Ranges of a text that was written in since then would mark other words; it is read again when the writing rests. */
function useMarks(editor: Editor | null, { ranges, readFrom, openId }: Marked): void {
  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    if (readFrom === null || editor.state.doc.eq(readFrom)) setRemarkMarks(editor, ranges);
  }, [editor, ranges, readFrom]);
  useEffect(() => {
    if (editor && !editor.isDestroyed) openRemarkMark(editor, openId);
  }, [editor, openId]);
}

/** The card of the words at the caret stands out. */
function useOpenAtCaret(editor: Editor | null, onOpen: (id: string) => void): void {
  useEffect(() => {
    if (!editor) return;
    let known: string | null = null;
    const follow = () => {
      const found = remarkAt(editor.state);
      if (found === known) return;
      known = found;
      if (found !== null) onOpen(found);
    };
    editor.on('selectionUpdate', follow);
    return () => {
      editor.off('selectionUpdate', follow);
    };
  }, [editor, onOpen]);
}

/** What keys lead through, in the order of the panel; what has lost its words only where it is asked for. */
function remarksOf({ threads, changes, decided }: ReviewView, filter: RemarkFilter) {
  const all = [...changes, ...decided, ...threads];
  return filter.state === 'orphan' ? all : all.filter(({ placement }) => placement.state !== 'orphan');
}

/** The remark after the open one; from the last one on it begins again. */
function remarkAfter(remarks: ReturnType<typeof remarksOf>, openId: string | null, by: 1 | -1) {
  if (remarks.length === 0) return null;
  const at = remarks.findIndex(({ id }) => id === openId);
  const next = at < 0 && by < 0 ? remarks.length - 1 : at + by;
  return remarks[(next + remarks.length) % remarks.length] ?? null;
}
