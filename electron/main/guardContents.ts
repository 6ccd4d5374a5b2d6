import { shell, type WebContents } from 'electron';
import { isAppAddress } from './appOrigin';

/** Keeps a page where it is: what leads elsewhere goes to the person's browser, or nowhere. */
export function guardContents(contents: WebContents): void {
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
function openOutside(address: string): void {
  if (!URL.canParse(address)) return;
  const { protocol, href } = new URL(address);
  if (protocol === 'https:' || protocol === 'mailto:') void shell.openExternal(href);
}
