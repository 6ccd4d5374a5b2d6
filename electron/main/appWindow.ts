import path from 'node:path';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, screen } from 'electron';
import { titleBarColours } from './appearance';
import { appAddress } from './appOrigin';
import { placeOnScreen, readWindowState, writeWindowState } from './windowState';

export interface AppWindowOptions {
  preload: string;
  platform: NodeJS.Platform;
  /** Hears why the window's place could not be remembered. */
  warn: (message: string) => void;
}

/** Opens the app's window where it was left. Resolves when its page is loaded. */
export async function openAppWindow(options: AppWindowOptions): Promise<BrowserWindow> {
  const stateFile = path.join(app.getPath('userData'), 'window.json');
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const { position, width, height, isMaximized } = placeOnScreen(readWindowState(stateFile), workAreas);
  const window = new BrowserWindow({
    width,
    height,
    ...position,
    ...titleBar(options.platform),
    minWidth: 640,
    minHeight: 480,
    show: false,
    backgroundColor: titleBarColours().color,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: true,
    },
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => rememberPlace(window, stateFile, options.warn));
  await window.loadURL(appAddress);
  return window;
}

/** The renderer's top bar is the title bar; the system only draws its window controls into it. */
function titleBar(platform: NodeJS.Platform): BrowserWindowConstructorOptions {
  return platform === 'darwin'
    ? { titleBarStyle: 'hidden', trafficLightPosition: { x: 18, y: 18 } }
    : { titleBarStyle: 'hidden', titleBarOverlay: titleBarColours() };
}

function rememberPlace(window: BrowserWindow, file: string, warn: (message: string) => void): void {
  try {
    const { x, y, width, height } = window.getNormalBounds();
    writeWindowState(file, { position: { x, y }, width, height, isMaximized: window.isMaximized() });
  } catch (thrown) {
    warn(`The window's place could not be remembered: ${String(thrown)}`);
  }
}
