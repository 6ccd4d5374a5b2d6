import { useState } from 'react';
import type { Guidance } from '../../../core/guidance/guidance';
import { gateMap } from '../../../core/narrative/narrativeDoc';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { goToSection } from '../../editor/outline';
import type { LiveContent } from '../../editor/session/liveContent';
import type { OpenSession } from '../../editor/session/openSession';
import { useLiveContent, useSessionValue } from '../../editor/session/useSession';
import { Rail } from '../../features/rail/Rail';
import { routeHash } from '../routing/route';
import type { Navigate } from '../routing/useRoute';
import { useScreenTitle } from '../routing/useScreenTitle';
import { Desk } from './Desk';
import classes from './Frame.module.css';
import { NarrativeDialogs } from './NarrativeDialogs';
import { Notices } from './Notices';
import type { OpenPart } from './openPart';
import { PanelRegion } from './PanelRegion';
import { SkipLinks } from './SkipLinks';
import { StatusBar } from './StatusBar';
import { shownName } from './shownName';
import { TopBar } from './TopBar';
import { useCaretPlace } from './useCaretPlace';
import { useLayout } from './useLayout';
import { markPart, type NarrativeDialog, useNarrativeCommands } from './useNarrativeCommands';
import { useOutline } from './useOutline';
import { usePartEditor } from './usePartEditor';

export interface NarrativeFrameProps {
  session: OpenSession;
  live: LiveContent;
  guidance: Guidance;
  part: PartKey;
  section: string | undefined;
  onNavigate: Navigate;
}

/** The window around an open narrative: steps left, the sheet, the guide right, and whether all is saved. */
export function NarrativeFrame(props: NarrativeFrameProps) {
  const { session, live, guidance, part, section, onNavigate } = props;
  const content = useLiveContent(live);
  const meta = useSessionValue(session, (open) => open.meta());
  const [dialog, setDialog] = useState<NarrativeDialog | null>(null);
  const { editor, onEditor } = usePartEditor(session, part, section);
  const place = useCaretPlace(editor);
  const layout = useLayout();
  useScreenTitle(`${partDefinitions[part].title}: ${shownName(meta, content)}`, part);
  useNarrativeCommands({ session, content, part, editor, onDialog: setDialog, onNavigate });
  const goTo = (next: PartKey, key?: string) =>
    onNavigate({ screen: 'narrative', id: session.id, part: next, ...(key ? { section: key } : {}) });
  const open = { session, content, part, guidance, editor, place, goTo };

  return (
    <div
      className={classes.frame}
      data-rail={layout.isRailNarrow ? 'narrow' : 'wide'}
      data-panel={layout.isPanelOpen ? 'open' : 'closed'}
      data-focus={layout.isFocused || undefined}
    >
      <SkipLinks />
      <TopBar meta={meta} isSmall={layout.isSmall} content={content} part={part} onPart={goTo} />
      <SessionNotices session={session} />
      {!layout.isSmall && <RailRegion {...open} isNarrow={layout.isRailNarrow} />}
      <Desk
        {...open}
        key={part}
        isFocused={layout.isFocused}
        onEditor={onEditor}
        onPlace={(where) => session.rememberPlace(where)}
        onOpenFeasibility={(reason) => openFeasibility(session, reason)}
      />
      <PanelRegion {...open} layout={layout} />
      <StatusBar session={session} content={content} part={part} isFocused={layout.isFocused} />
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

function RailRegion(props: OpenPart & { isNarrow: boolean }) {
  const { session, content, part, editor, place, isNarrow } = props;
  const places = useOutline(editor);
  return (
    <nav className={classes.rail} id="narrative-steps" aria-label="Steps of this narrative" data-region>
      <Rail
        content={content}
        part={part}
        places={places}
        place={place.outline}
        isNarrow={isNarrow}
        hrefOf={(key) => routeHash({ screen: 'narrative', id: session.id, part: key })}
        onPlace={(key) => editor && goToSection(editor, key)}
        onMark={(state) => markPart(session, part, state)}
      />
    </nav>
  );
}

function SessionNotices({ session }: { session: OpenSession }) {
  const notices = useSessionValue(session, (open) => open.notices());
  return <Notices notices={notices} onDismiss={(notice) => session.dismissNotice(notice)} />;
}

function openFeasibility(session: OpenSession, reason: string): void {
  gateMap(session.doc).set('opened', { reason, openedAt: new Date().toISOString() });
}
