import type { LockedPacket } from '../../core/review/packet/packetLock';
import { element, fill } from '../dom/element';
import { canUnlock, unlockPacket } from './cipher';

const wrong =
  'This passphrase does not open the packet. Nothing was changed. Capital letters and spaces count; ask whoever sent it if you are not sure.';
const cannot =
  'This browser cannot open locked packets from a file. Open it in a current Chrome, Edge, Firefox or Safari. Nothing was changed.';

/** Asks for the passphrase until it opens; then hands over what was inside. */
export function openLockedPage(
  locked: LockedPacket,
  root: HTMLElement,
  onOpen: (json: string) => Promise<void>,
): void {
  const told = element('p', { class: 'told', role: 'alert' });
  const input = element('input', {
    ...{ type: 'password', id: 'passphrase', autocomplete: 'off' },
    ...{ 'aria-describedby': 'passphrase-hint' },
  });
  const go = element('button', { type: 'submit', class: 'button big primary' }, ['Open the packet']);
  const form = element('form', { class: 'step locked' }, [
    element('h1', {}, ['This packet is locked']),
    element('div', { class: 'field' }, [
      element('label', { for: 'passphrase' }, ['Passphrase']),
      element('p', { class: 'hint', id: 'passphrase-hint' }, [
        'Whoever sent you the packet tells you, best not in the same mail. It stays on this page.',
      ]),
      input,
    ]),
    told,
    go,
  ]);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!canUnlock()) {
      told.textContent = cannot;
      return;
    }
    go.disabled = true;
    told.textContent = 'Opening. This takes a moment, so that nobody can try many passphrases.';
    const json = await unlockPacket(locked, input.value);
    go.disabled = false;
    if (json !== null) {
      await onOpen(json);
      return;
    }
    told.textContent = wrong;
    input.select();
  });
  fill(root, [element('main', { class: 'alone' }, [form])]);
  input.focus();
}
