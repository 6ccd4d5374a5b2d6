import { BrowserWindow, nativeTheme, type Session } from 'electron';
import type { Settings } from '../../core/api/shapes';
import { appAddress } from './appOrigin';

/** The desk's colours behind the window controls; they are the tokens `desk` and `ink` of the renderer. */
const desk = {
  light: { color: '#E1E4DC', symbolColor: '#22251F' },
  dark: { color: '#161815', symbolColor: '#ECEBE4' },
};

/** Height of the renderer's top bar, which is the title bar, in CSS pixels. */
const titleBarHeight = 52;

/** Room the window controls take in the top bar. */
export function titleBarInset(platform: NodeJS.Platform): { left: number; right: number } {
  return platform === 'darwin' ? { left: 80, right: 0 } : { left: 0, right: 140 };
}

export function titleBarColours(): { color: string; symbolColor: string; height: number } {
  return { ...(nativeTheme.shouldUseDarkColors ? desk.dark : desk.light), height: titleBarHeight };
}

/** Keeps the window controls in the colours of the theme. */
export function followTheme(platform: NodeJS.Platform): void {
  nativeTheme.on('updated', () => {
    if (platform === 'darwin') return;
    for (const window of BrowserWindow.getAllWindows()) window.setTitleBarOverlay(titleBarColours());
  });
}

/** Makes the shell look and spell as the settings say. */
export function applySettings(settings: Settings, session: Session, platform: NodeJS.Platform): void {
  nativeTheme.themeSource = settings.theme;
  // macOS checks with the system's own dictionaries. Elsewhere they would be fetched from a public server.
  if (platform !== 'darwin') session.setSpellCheckerDictionaryDownloadURL(`${appAddress}dictionaries/`);
  const languages = chooseLanguages(settings.language, session.availableSpellCheckerLanguages);
  const isOn = settings.spellcheck && (platform === 'darwin' || languages.length > 0);
  if (isOn && platform !== 'darwin') session.setSpellCheckerLanguages(languages);
  session.setSpellCheckerEnabled(isOn);
}

/** The dictionary for a language tag: the very one, or else one of the same language. */
export function chooseLanguages(wanted: string, available: readonly string[]): string[] {
  const language = wanted.split('-')[0];
  const chosen =
    available.find((tag) => tag === wanted) ?? available.find((tag) => tag.split('-')[0] === language);
  return chosen === undefined ? [] : [chosen];
}
