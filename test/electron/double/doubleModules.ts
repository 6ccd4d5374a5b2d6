import { EventEmitter } from 'node:events';
import { type MenuItemDouble, requireNotReady, requireReady, state } from './doubleState';

type Handler = (event: unknown, ...args: unknown[]) => unknown;

/** Handlers by channel, one each. */
class IpcMainDouble extends EventEmitter {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
}

export const ipcMain = new IpcMainDouble();

export const protocol = {
  registerSchemesAsPrivileged(schemes: { scheme: string }[]): void {
    requireNotReady('protocol.registerSchemesAsPrivileged');
    for (const { scheme } of schemes) state.privilegedSchemes.add(scheme);
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response> | Response): void {
    requireReady('protocol');
    if (!state.privilegedSchemes.has(scheme)) throw new Error(`double: scheme ${scheme} is not privileged`);
    state.protocolHandlers.set(scheme, handler);
  },
};

export const defaultSession = {
  availableSpellCheckerLanguages: ['de', 'en-GB', 'en-US', 'fr'],
  setPermissionRequestHandler(handler: typeof state.askPermission): void {
    state.askPermission = handler;
  },
  setPermissionCheckHandler(handler: typeof state.checkPermission): void {
    state.checkPermission = handler;
  },
  setDevicePermissionHandler(): void {},
  setDisplayMediaRequestHandler(): void {},
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    state.spelling.dictionaries = new URL(url).href;
  },
  setSpellCheckerLanguages(languages: string[]): void {
    for (const language of languages) {
      if (!defaultSession.availableSpellCheckerLanguages.includes(language))
        throw new Error(`Invalid language code provided: "${language}" is not a valid language code`);
    }
    state.spelling.languages = languages;
  },
  setSpellCheckerEnabled(isOn: boolean): void {
    state.spelling.isOn = isOn;
  },
  addWordToSpellCheckerDictionary(word: string): void {
    state.spelling.words.push(word);
  },
};

export const session = {
  get defaultSession() {
    requireReady('Session');
    return defaultSession;
  },
};

/** A dialog that no test scripted is a mistake, never a silent default. */
function answerDialog(kind: string) {
  return async (options: unknown): Promise<unknown> => {
    state.dialogs.push({ kind, options });
    const index = state.scripted.findIndex((dialog) => dialog.kind === kind);
    const [scripted] = index < 0 ? [] : state.scripted.splice(index, 1);
    if (!scripted) throw new Error(`double: unscripted dialog.${kind} ${JSON.stringify(options)}`);
    return scripted.result;
  };
}

export const dialog = {
  showSaveDialog: answerDialog('showSaveDialog'),
  showOpenDialog: answerDialog('showOpenDialog'),
  showErrorBox(title: string, content: string): void {
    state.dialogs.push({ kind: 'showErrorBox', options: { title, content } });
  },
};

export const Menu = {
  buildFromTemplate(items: MenuItemDouble[]) {
    return { items, popup: () => state.popups.push(items) };
  },
  setApplicationMenu(menu: typeof state.menu): void {
    state.menu = menu;
  },
};

export const shell = {
  async openExternal(url: string): Promise<void> {
    state.openedOutside.push(url);
  },
};

export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  shouldUseDarkColors: false,
});

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};
