/**
 * Stands for the `electron` module of the main process in tests, over a real Chromium. It keeps Electron's order
 * of things (what must happen before `ready`, what only after), and refuses what was not scripted.
 */
export { app } from './double/doubleApp';
export {
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
} from './double/doubleModules';
export { BrowserWindow } from './double/doubleWindow';
