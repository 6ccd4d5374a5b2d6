import { deleteScreen, nextState, readScreen, writeScreen } from '../../../core/screens/screenChanges';
import { goToSection } from '../../editor/outline';
import { goToScreen } from '../../editor/screen/screenCommands';
import type { ScreenActions } from '../../features/screens/ScreenCard';
import { ScreensSheet } from '../../features/screens/ScreensSheet';
import { showToast } from '../../ui/showToast';
import type { SheetRegionProps } from './SheetRegion';

/** The shelf of all screens, with what can be done from it. */
export function ScreensRegion({
  session,
  content,
  screens,
  visit,
}: Pick<SheetRegionProps, 'session' | 'content' | 'screens' | 'visit'>) {
  const { doc } = session;
  const { open, desk, writer } = screens;
  const actions: ScreenActions = {
    onDraw: open('draw'),
    onDescribe: open('words'),
    onHotspots: open('hotspots'),
    onVersions: open('versions'),
    onNextState(id) {
      const record = readScreen(doc, id);
      if (!record) return;
      const next = nextState(record, crypto.randomUUID(), writer.made());
      writer.write(next);
      showToast({
        message: 'Duplicated as next state',
        action: { label: 'Draw it', run: () => desk.draw(next.id) },
      });
    },
    onDelete(id) {
      const record = readScreen(doc, id);
      if (!record) return;
      deleteScreen(doc, id, null);
      showToast({
        message: `Deleted “${record.title || 'a screen'}”`,
        action: { label: 'Undo', run: () => writeScreen(doc, record, null) },
      });
    },
    onShow: (id, place) =>
      visit(place.part, (editor) => void (goToScreen(editor, id) || goToSection(editor, place.section))),
  };
  return <ScreensSheet content={content} actions={actions} onAdd={desk.choose} />;
}
