import { shell, type WebContents } from 'electron';
import { isAppAddress } from './appOrigin';

/** Keeps a page where it is: what leads elsewhere goes to the person's browser, or nowhere. */
export function guardContents(contents: WebContents, warn: (message: string) => void): void {
  const openOutside = (address: string) => openInBrowser(address, warn);
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (isAppAddress(event.url)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  // The app has no frames, so none may go anywhere.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Parsed rather than matched: what the system opens must be what was checked. */
function openInBrowser(address: string, warn: (message: string) => void): void {
  if (!URL.canParse(address)) return;
  const { protocol, href } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'mailto:') return;
  shell.openExternal(href).catch((thrown: unknown) => warn(`A link could not be opened: ${String(thrown)}`));
}
