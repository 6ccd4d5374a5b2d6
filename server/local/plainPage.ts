const style = `
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #E1E4DC; color: #22251F;
    font: 17px/1.5 system-ui, sans-serif; }
  main { max-width: 30em; margin: 24px; padding: 40px 48px; background: #FFFEFB; border-radius: 2px; }
  h1 { margin: 0 0 12px; font: 28px/1.25 Georgia, serif; }
  p { margin: 0 0 12px; }
  @media (prefers-color-scheme: dark) {
    body { background: #161815; color: #ECEBE4; } main { background: #262925; }
  }`;

/** Shown to a browser without a session: the link was used up, or belongs to an earlier start. */
export const usedLinkPage = page(
  'This link was used',
  `<h1>This link was used</h1>
    <p>Each link opens Dateline in one browser, once, so that nobody else on this machine can read your library.</p>
    <p>For a new link, start Dateline again: while it is running, a second start prints another one.</p>
    <p>Nothing was lost. Everything saved is in your library folder.</p>`,
);

/**
 * Sends the browser on to the app from a page of our own origin: a session cookie that was set on the way here
 * from elsewhere (a file, a web terminal) would not be sent along by a plain redirect.
 */
export const onwardPage = page(
  'Opening Dateline',
  '<p>Opening Dateline…</p><p><a href="/">Go to your library</a></p>',
  '<meta http-equiv="refresh" content="0;url=/">',
);

/** A page of the server itself, without scripts. What is put into it has to be HTML. */
export function page(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    ${head}
    <style>${style}</style>
  </head>
  <body><main>${body}</main></body>
</html>
`;
}
