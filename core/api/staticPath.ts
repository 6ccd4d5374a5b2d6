const mimeByExtension: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

/** A path that stays inside the folder it is joined to. */
export interface StaticPath {
  /** Segments below the static folder. */
  segments: string[];
  mime: string;
}

/**
 * The file of the app's own bundle that a URL path asks for; null when it is none. An allow-list of characters, so
 * dots, slashes and drive letters cannot lead out of the folder in any encoding.
 */
export function parseStaticPath(pathname: string): StaticPath | null {
  if (pathname === '/') return { segments: ['index.html'], mime: mimeByExtension.html ?? '' };
  const segments = pathname.slice(1).split('/');
  if (!segments.every((segment) => /^[\w-][\w.-]*$/.test(segment))) return null;
  const extension = segments.at(-1)?.split('.').at(-1) ?? '';
  const mime = Object.hasOwn(mimeByExtension, extension) ? mimeByExtension[extension] : undefined;
  return mime === undefined ? null : { segments, mime };
}
