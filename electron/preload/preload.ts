import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from '../../core/api/channels';
import { isOperation } from '../../core/api/contract';
import { DatelineError } from '../../core/api/errors';

/** All that a page of the desktop app can do beyond a web page: call an operation, hear events. */
contextBridge.exposeInMainWorld('dateline', {
  call: (operation: unknown, input: unknown): Promise<unknown> =>
    isOperation(operation)
      ? ipcRenderer.invoke(callChannel, operation, input)
      : Promise.resolve({
          ok: false,
          error: new DatelineError('unknown-operation', 'Dateline does not know this request.').toData(),
        }),
  on: (listener: (message: unknown) => void): (() => void) => {
    const hear = (_event: IpcRendererEvent, message: unknown) => listener(message);
    ipcRenderer.on(eventChannel, hear);
    return () => {
      ipcRenderer.off(eventChannel, hear);
    };
  },
});
