import type { Editor } from '@tiptap/core';
import { gateMap } from '../../../core/narrative/narrativeDoc';
import type { OpenSession } from '../../editor/session/openSession';
import type { NarrativeSheet } from '../routing/route';
import { Desk } from './Desk';
import type { OpenPart } from './openPart';
import { ScreenRegion } from './ScreenRegion';
import { SheetRegion } from './SheetRegion';
import { SigningDialogs } from './SigningDialogs';
import type { usePanelDesks } from './usePanelDesks';
import { useScreens } from './useScreens';
import type { useSheets } from './useSheets';

interface MainRegionProps {
  open: OpenPart;
  sheets: ReturnType<typeof useSheets>;
  desks: ReturnType<typeof usePanelDesks>;
  /** Null while the part itself lies on the desk. */
  sheet: NarrativeSheet | null;
  isFocused: boolean;
  onEditor: (editor: Editor) => void;
}

/** What lies on the desk, and what is done over it with a screen. */
export function MainRegion({ open, sheets, desks, sheet, isFocused, onEditor }: MainRegionProps) {
  const { session, content, part } = open;
  const { author } = sheets;
  const screens = useScreens({ session, part, editor: sheet ? null : open.editor, author });
  return (
    <>
      {sheet ? (
        <SheetRegion
          {...sheets}
          {...desks}
          key={sheet}
          sheet={sheet}
          session={session}
          content={content}
          screens={screens}
        />
      ) : (
        <Desk
          {...open}
          key={part}
          isFocused={isFocused}
          drawer={sheets.drawer.actions}
          screens={screens}
          reviews={sheets.reviews}
          onEditor={onEditor}
          onPlace={(where) => session.rememberPlace(where)}
          onOpenFeasibility={(reason) => openFeasibility(session, reason)}
        />
      )}
      <SigningDialogs {...sheets} {...desks} session={session} />
      <ScreenRegion session={session} content={content} screens={screens} isForText={sheet === null} />
    </>
  );
}

function openFeasibility(session: OpenSession, reason: string): void {
  gateMap(session.doc).set('opened', { reason, openedAt: new Date().toISOString() });
}
