import { app, BrowserWindow } from 'electron';
import { type AppWindowOptions, openAppWindow } from './appWindow';

export interface KeptWindow {
  /** Brings the app's window to the front; opens it when there is none. */
  show(): Promise<void>;
}

/** Keeps the app to one window. On macOS the app outlives it and opens it again; elsewhere it ends with it. */
export function keepWindow(options: AppWindowOptions): KeptWindow {
  let opening: Promise<BrowserWindow> | null = null;
  const show = async () => {
    const [window] = BrowserWindow.getAllWindows();
    if (opening || !window) return open();
    if (window?.isMinimized()) window.restore();
    window?.show();
    window?.focus();
  };
  const open = async () => {
    opening ??= openAppWindow(options);
    await opening.finally(() => {
      opening = null;
    });
  };
  app.on('activate', (_event, hasVisibleWindows) => {
    if (hasVisibleWindows) return;
    show().catch((thrown: unknown) => options.warn(`The window could not be opened: ${String(thrown)}`));
  });
  app.on('window-all-closed', () => {
    if (options.platform !== 'darwin') app.quit();
  });
  return { show };
}
