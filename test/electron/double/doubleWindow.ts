import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Frame, Page, Route } from 'playwright-core';
import { toAppAddress, toWebAddress } from './addresses';
import { createCancellableEvent } from './cancellableEvent';
import { app } from './doubleApp';
import { defaultSession, ipcMain } from './doubleModules';
import { requireReady, state } from './doubleState';
import { dispatchSymbol, preloadHost } from './preloadHost';

interface Bounds {
  x?: number;
  y?: number;
  width: number;
  height: number;
}

interface WindowOptions extends Bounds {
  webPreferences: { preload: string } & Record<string, unknown>;
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** The page side of a window; what main sends arrives in the page, what the page does arrives here. */
class WebContentsDouble extends EventEmitter {
  readonly session = defaultSession;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  replaced: string[] = [];

  constructor(readonly owner: BrowserWindow) {
    super();
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    const message = [dispatchSymbol, channel, structuredClone(args)] as const;
    const dispatched = this.owner.page.then((page) =>
      page.evaluate(([symbol, name, values]) => {
        const dispatch = Reflect.get(window, Symbol.for(symbol));
        if (typeof dispatch === 'function') dispatch(name, values);
      }, message),
    );
    // As in Electron, what is sent to a page that goes away is lost.
    dispatched.catch(() => undefined);
  }

  replaceMisspelling(word: string): void {
    this.replaced.push(word);
  }
}

/** A window whose page is a real Chromium page. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContentsDouble(this);
  readonly page: Promise<Page>;
  readonly options: WindowOptions;
  isFocused = false;
  #isDestroyed = false;
  #isLoading = false;
  #isMaximized = false;

  static getAllWindows(): BrowserWindow[] {
    return [...app.windows] as BrowserWindow[];
  }

  constructor(options: WindowOptions) {
    super();
    requireReady('BrowserWindow');
    this.options = options;
    app.windows.add(this);
    this.page = this.#createPage();
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.page;
    this.#isLoading = true;
    await page.goto(toWebAddress(address)).finally(() => {
      this.#isLoading = false;
    });
    this.emit('ready-to-show');
  }

  close(): void {
    void this.closeAndWait();
  }

  async closeAndWait(): Promise<void> {
    const event = createCancellableEvent({});
    this.emit('close', event);
    if (event.defaultPrevented || this.#isDestroyed) return;
    this.#isDestroyed = true;
    app.windows.delete(this);
    await (await this.page).context().close();
    this.emit('closed');
    if (app.windows.size === 0) app.emit('window-all-closed');
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  show(): void {}

  restore(): void {}

  isMinimized(): boolean {
    return false;
  }

  focus(): void {
    this.isFocused = true;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  setTitleBarOverlay(overlay: object): void {
    Object.assign(this.options, { titleBarOverlay: overlay });
  }

  getNormalBounds(): Required<Bounds> {
    return { x: 0, y: 0, ...this.options };
  }

  async #createPage(): Promise<Page> {
    const { width, height, webPreferences } = this.options;
    const context = await state.browser?.newContext({ viewport: { width, height } });
    if (!context) throw new Error('double: no browser was started');
    await this.#addPreload(context, readFileSync(webPreferences.preload, 'utf8'));
    const page = await context.newPage();
    // Opened before Electron would have been asked, a second page is closed as soon as it is seen.
    context.on('page', (other) => void other.close());
    await context.route('**/*', (route) => this.#answerRoute(page, route));
    page.on('console', (message) => state.console.push(message.text()));
    return page;
  }

  async #addPreload(context: BrowserContext, code: string): Promise<void> {
    await context.exposeBinding(
      '__doubleInvoke',
      async ({ frame }, call: { channel: string; args: unknown[] }) => {
        const handler = ipcMain.handlers.get(call.channel);
        const event = { sender: this.webContents, senderFrame: toSenderFrame(frame) };
        try {
          if (!handler) throw new Error(`No handler registered for '${call.channel}'`);
          return { ok: await handler(event, ...call.args) };
        } catch (thrown) {
          return { error: `Error invoking remote method '${call.channel}': ${thrown}` };
        }
      },
    );
    const preload = `(require, module, exports) => {${code}\n}`;
    await context.addInitScript(`(${preloadHost})(${preload}, ${JSON.stringify(dispatchSymbol)})`);
  }

  async #answerRoute(page: Page, route: Route): Promise<void> {
    const request = route.request();
    const address = toAppAddress(request.url());
    if (request.isNavigationRequest() && !this.#isLoading && this.#isKept(page, route, address)) {
      state.blocked.push(address);
      return route.abort('aborted');
    }
    const handler = state.protocolHandlers.get(new URL(address).protocol.slice(0, -1));
    if (!handler) {
      state.blocked.push(address);
      return route.abort('internetdisconnected');
    }
    const response = await handler(new Request(address, { method: request.method() }));
    const headers = Object.fromEntries(response.headers);
    return route.fulfill({
      status: response.status,
      headers,
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  /** Asks the guards as Electron does; true when one of them keeps the page where it is. */
  #isKept(page: Page, route: Route, url: string): boolean {
    const frame = frameOf(route);
    if (frame?.page() !== page) return this.webContents.openHandler({ url }).action === 'deny';
    const isMainFrame = frame === page.mainFrame();
    const event = createCancellableEvent({ url, isMainFrame });
    this.webContents.emit('will-frame-navigate', event);
    if (isMainFrame && !event.defaultPrevented) this.webContents.emit('will-navigate', event);
    return event.defaultPrevented;
  }
}

/** The frame that navigates; null for a window that does not exist yet. */
function frameOf(route: Route): Frame | null {
  try {
    return route.request().frame();
  } catch {
    return null;
  }
}

function toSenderFrame(frame: Frame): { url: string; parent: object | null } {
  const parent = frame.parentFrame();
  return { url: toAppAddress(frame.url()), parent: parent && toSenderFrame(parent) };
}
