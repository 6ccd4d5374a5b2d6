import { app, dialog } from 'electron';
import { type DatelineError, toDatelineError } from '../../core/api/errors';
import type { Host } from '../../host/ports';

/** Lets the app end only when the host has written everything and given the library up. */
export function closeHostBeforeQuitting(host: Host): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void host
      .close()
      .catch((thrown: unknown) => showFailure('Not everything was written', toDatelineError(thrown)))
      .then(() => {
        state = 'closed';
        app.quit();
      });
  });
}

/** Tells of a failure that no window can tell of. */
export function showFailure(title: string, error: DatelineError): void {
  dialog.showErrorBox(title, [error.message, error.next].filter(Boolean).join('\n\n'));
}
