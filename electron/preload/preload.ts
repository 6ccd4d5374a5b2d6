import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from '../../core/api/channels';
import { isOperation } from '../../core/api/operations';
import type { Result } from '../../core/api/result';

// Written out, as the schemas of errors are more than a hundred times the size of this file.
const unknownOperation: Result<never> = {
  ok: false,
  error: { code: 'unknown-operation', message: 'Dateline does not know this request.' },
};

/** All that a page of the desktop app can do beyond a web page: call an operation, hear events. */
contextBridge.exposeInMainWorld('dateline', {
  call: (operation: unknown, input: unknown): Promise<unknown> =>
    isOperation(operation)
      ? ipcRenderer.invoke(callChannel, operation, input)
      : Promise.resolve(unknownOperation),
  on: (listener: (message: unknown) => void): (() => void) => {
    const hear = (_event: IpcRendererEvent, message: unknown) => listener(message);
    ipcRenderer.on(eventChannel, hear);
    return () => {
      ipcRenderer.off(eventChannel, hear);
    };
  },
});
