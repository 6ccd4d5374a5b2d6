import './parsing';
import './look/page.css';
import { packetElementId, packetRootId } from '../core/review/packet/packetFile';
import { element, fill } from './dom/element';
import { openPage } from './frame/page';
import { openLockedPage } from './lock/lockedPage';
import { type OpenedPacket, openPacket } from './openPacket';

const damaged =
  'This packet is cut short or was changed, so that it cannot be read any more. Ask whoever sent it for the file again.';

const root = document.getElementById(packetRootId) ?? document.body;
void show(openPacket(document.getElementById(packetElementId)?.textContent ?? ''));

async function show(opened: OpenedPacket): Promise<void> {
  if (opened.kind === 'locked') {
    openLockedPage(opened.locked, root, (json) => show(openPacket(json)));
    return;
  }
  if (opened.kind === 'open') {
    try {
      await openPage(opened.packet, root);
      return;
    } catch (error) {
      console.error(error);
    }
  }
  fill(root, [element('main', { class: 'alone' }, [element('p', { role: 'alert' }, [damaged])])]);
}
