import type { Editor } from '@tiptap/core';
import { putBack } from '../../../core/drawer/putBack';
import type { FactPlace } from '../../../core/facts/factPlace';
import { partDefinitions } from '../../../core/narrative/parts';
import { drawerMap } from '../../../core/narrative/recordMaps';
import { showWords } from '../../editor/fact/showWords';
import { goToSection } from '../../editor/outline';
import { moveToDrawer, putBackAtCaret } from '../../features/drawer/moveToDrawer';
import type { DrawerActions } from '../../features/drawer/ParkedItem';
import { showToast } from '../../ui/showToast';
import { useCommand } from '../commands/CommandProvider';
import type { OpenPart } from './openPart';
import type { Visit } from './useVisit';

interface DrawerSetup extends Pick<OpenPart, 'session' | 'part' | 'editor' | 'suggesting'> {
  visit: Visit;
  author: string;
  onOpen: () => void;
}

/** Moving words into the drawer and back, from the text and from the lists that show the drawer. */
export function useDrawer({ session, part, editor, suggesting, visit, author, onOpen }: DrawerSetup) {
  const move = (from: Editor, where = part) => {
    const made = { part: where, author, id: crypto.randomUUID(), now: new Date() };
    if (moveToDrawer(from, made) !== 'moved') return;
    showToast({ message: 'Moved to the “How” drawer', action: { label: 'Open it', run: onOpen } });
  };
  const canMove = part !== 'feasibility' && !suggesting.isOn;
  useCommand('edit.toDrawer', editor && canMove ? () => move(editor) : null);
  const actions: DrawerActions = {
    onPutBack(item) {
      const { part: home, section } = item.from;
      putBack(session.doc, item, session.undoManager(home));
      showToast({
        message: `Put back into ${partDefinitions[home].title}`,
        action: { label: 'Show it', run: () => visit(home, (target) => void goToSection(target, section)) },
      });
    },
    onDealtWith(item, isDealtWith) {
      const { dealtWithAt: _before, ...rest } = item;
      const dealtWith = isDealtWith ? { dealtWithAt: new Date().toISOString() } : {};
      drawerMap(session.doc).set(item.id, { ...rest, ...dealtWith });
    },
    ...(editor ? { onPutAtCaret: (item) => void putBackAtCaret(editor, item) } : {}),
  };
  const moveFound = (place: FactPlace) =>
    visit(place.part, (target) => {
      if (showWords(target, place.section, place.sentence)) move(target, place.part);
    });
  return { actions, moveFound };
}
