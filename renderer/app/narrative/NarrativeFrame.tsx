import { useState } from 'react';
import type { Guidance } from '../../../core/guidance/guidance';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import type { LiveContent } from '../../editor/session/liveContent';
import type { OpenSession } from '../../editor/session/openSession';
import { useLiveContent, useSessionValue } from '../../editor/session/useSession';
import type { NarrativeSheet } from '../routing/route';
import type { Navigate } from '../routing/useRoute';
import { useScreenTitle } from '../routing/useScreenTitle';
import classes from './Frame.module.css';
import { MainRegion } from './MainRegion';
import { NarrativeDialogs } from './NarrativeDialogs';
import { Notices, Problem } from './Notices';
import { PanelRegion } from './PanelRegion';
import { PeopleRegion } from './PeopleRegion';
import { RailRegion } from './RailRegion';
import { isReviewSheet } from './reviewSheets';
import { SkipLinks } from './SkipLinks';
import { StatusBar } from './StatusBar';
import { sheetTitles } from './sheetTitles';
import { shownName } from './shownName';
import { TopBar } from './TopBar';
import { useCaretPlace } from './useCaretPlace';
import { useHouseGuidance } from './useHouseGuidance';
import { useLayout } from './useLayout';
import { type NarrativeDialog, useNarrativeCommands } from './useNarrativeCommands';
import { usePanelDesks } from './usePanelDesks';
import { usePartEditor } from './usePartEditor';
import { usePeople } from './usePeople';
import { useRichCopy } from './useRichCopy';
import { useSheets } from './useSheets';
import { useSuggesting } from './useSuggesting';

export interface NarrativeFrameProps {
  session: OpenSession;
  live: LiveContent;
  guidance: Guidance;
  part: PartKey;
  section: string | undefined;
  sheet: NarrativeSheet | null;
  onNavigate: Navigate;
}

/** The window around an open narrative: steps left, the sheet, the guide right, and whether all is saved. */
export function NarrativeFrame(props: NarrativeFrameProps) {
  const { session, live, part, section, sheet, onNavigate } = props;
  const content = useLiveContent(live);
  const meta = useSessionValue(session, (open) => open.meta());
  const [dialog, setDialog] = useState<NarrativeDialog | null>(null);
  const { editor, onEditor } = usePartEditor(session, part, section);
  const place = useCaretPlace(editor);
  const layout = useLayout({ hasPanel: sheet !== 'thread' && !isReviewSheet(sheet) });
  const guidance = useHouseGuidance(session, props.guidance);
  useScreenTitle(`${titleOf(sheet, part)}: ${shownName(meta, content)}`, sheet ?? part);
  const openDialog = (next: NarrativeDialog) => {
    // An export offers the parts that hold words, also those written a moment ago.
    live.catchUp();
    setDialog(next);
  };
  useNarrativeCommands({ session, editor, onDialog: openDialog, onNavigate });
  const richCopy = useRichCopy({ session, content, part });
  const people = usePeople(session, sheet ? null : part);
  const goTo = (next: PartKey, key?: string) =>
    onNavigate({ screen: 'narrative', id: session.id, part: next, ...(key ? { section: key } : {}) });
  const suggesting = useSuggesting({ session, part, editor: sheet ? null : editor });
  const open = { session, content, part, guidance, editor, place, suggesting, goTo, people };
  const sheets = useSheets(open, onNavigate);
  const desks = usePanelDesks({ ...open, ...sheets, live, layout });

  return (
    <div
      className={classes.frame}
      data-rail={layout.isRailNarrow ? 'narrow' : 'wide'}
      data-panel={layout.isPanelOpen ? 'open' : 'closed'}
      data-focus={layout.isFocused || undefined}
      data-room={(sheet === 'meeting' && sheets.isMeeting) || undefined}
    >
      <SkipLinks />
      <TopBar
        meta={meta}
        isSmall={layout.isSmall}
        content={content}
        part={part}
        reviews={sheets.reviews}
        sheet={sheet}
        counts={sheets.counts}
        people={<PeopleRegion {...open} onRemark={desks.review.onReveal} />}
        onPart={goTo}
        onSheet={sheets.openSheet}
      />
      <SessionNotices session={session} />
      {richCopy.problem && <Problem error={richCopy.problem} onDismiss={richCopy.forgetProblem} />}
      {!layout.isSmall && (
        <RailRegion
          {...open}
          {...sheets}
          {...desks}
          questions={desks.coachDesk.questions}
          sheet={sheet}
          isNarrow={layout.isRailNarrow}
        />
      )}
      <MainRegion
        open={open}
        sheets={sheets}
        desks={desks}
        sheet={sheet}
        isFocused={layout.isFocused}
        onEditor={onEditor}
      />
      <PanelRegion {...open} {...sheets} {...desks} layout={layout} />
      <StatusBar {...open} {...sheets} isFocused={layout.isFocused} />
      <NarrativeDialogs
        dialog={dialog}
        session={session}
        live={live}
        onNavigate={onNavigate}
        onClose={() => setDialog(null)}
      />
    </div>
  );
}

function SessionNotices({ session }: { session: OpenSession }) {
  const notices = useSessionValue(session, (open) => open.notices());
  return <Notices notices={notices} onDismiss={(notice) => session.dismissNotice(notice)} />;
}

const titleOf = (sheet: NarrativeSheet | null, part: PartKey): string =>
  sheet ? sheetTitles[sheet] : partDefinitions[part].title;
