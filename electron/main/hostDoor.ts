import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { callChannel, eventChannel } from '../../core/api/channels';
import { DatelineError } from '../../core/api/errors';
import type { EventMessage } from '../../core/api/events';
import type { Result } from '../../core/api/result';
import { type Settings, settingsSchema } from '../../core/api/shapes';
import type { Host } from '../../host/ports';
import { isAppAddress } from './appOrigin';

export interface HostDoor {
  /** Resolves when a window made its first call, so that it hears what is told from then on. */
  readonly firstCall: Promise<void>;
}

/** Lets the app's own pages call the host, and tells them its events. Failures travel as data. */
export function openHostDoor(host: Host, onSettings: (settings: Settings) => void): HostDoor {
  let heardFirstCall: () => void = () => undefined;
  const firstCall = new Promise<void>((resolve) => {
    heardFirstCall = resolve;
  });
  ipcMain.handle(callChannel, async (event, operation: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isTrusted(event)) return refusal();
    heardFirstCall();
    const result = await host.dispatch(operation, input);
    if (operation === 'settings.update' && result.ok) onSettings(settingsSchema.parse(result.value));
    return result;
  });
  host.onEvent(tellWindows);
  return { firstCall };
}

/** Tells every window of something that happened. */
export function tellWindows(message: EventMessage): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, message);
}

/** Only the top page of the app; a frame inside it, or a page that came from elsewhere, is neither. */
function isTrusted({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppAddress(senderFrame.url);
}

function refusal(): Result<never> {
  const error = new DatelineError('bad-request', 'Only Dateline’s own window may ask this.');
  return { ok: false, error: error.toData() };
}
