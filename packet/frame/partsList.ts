import { button, element } from '../dom/element';
import type { ShownPart } from '../reading/lines';

/** The parts to go to, with how long each takes. */
export function partsList(
  parts: readonly { shown: ShownPart; minutes: number }[],
  onGo: (part: ShownPart) => void,
): HTMLElement {
  return element(
    'ol',
    { class: 'parts' },
    parts.map(({ shown, minutes }) => {
      const { letter, title } = shown;
      const go = button({ label: title, onPress: () => onGo(shown), look: 'part-link' });
      go.prepend(element('span', { class: 'letter', 'aria-hidden': 'true' }, [letter]));
      go.append(element('span', { class: 'minutes' }, [`${minutes} min`]));
      return element('li', { 'data-part': shown.part }, [go]);
    }),
  );
}

/** The same over the page, where there is no room beside it. */
export function partsDialog(list: HTMLElement): HTMLDialogElement {
  const dialog = element('dialog', { class: 'parts-dialog', 'aria-labelledby': 'parts-title' }, [
    element('h2', { id: 'parts-title' }, ['Parts']),
    list,
  ]);
  dialog.append(button({ label: 'Close', onPress: () => dialog.close() }));
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  return dialog;
}
