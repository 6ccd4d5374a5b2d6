import { app } from 'electron';
import { type DatelineError, toDatelineError } from '../../core/api/errors';
import { showFailure } from './quitting';

/** Files the person opened with the app; those that come too early wait. */
export interface OpenFiles {
  /** Opens what waits and what comes later, one after the other. */
  openWith(open: (file: string) => Promise<void>): void;
  add(file: string): void;
  /** Gives away what waits, for another process to open. */
  takeWaiting(): string[];
}

/** Gathers files from the command line and from the system. Must run before the app is ready. */
export function collectOpenFiles(first: readonly string[]): OpenFiles {
  const waiting = [...first];
  let take: (file: string) => void = (file) => waiting.push(file);
  // macOS hands files over by this event, and before `ready` when they started the app.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    take(file);
  });
  return {
    add: (file) => take(file),
    takeWaiting: () => waiting.splice(0),
    openWith(open) {
      let last = Promise.resolve();
      take = (file) => {
        last = last.then(() => open(file)).catch((thrown) => tell(toDatelineError(thrown)));
      };
      for (const file of waiting.splice(0)) take(file);
    },
  };
}

function tell(error: DatelineError): void {
  showFailure('This file could not be opened', error);
}
