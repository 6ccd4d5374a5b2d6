import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { assetHeaders, pageHeaders } from '../../core/api/pageHeaders';
import { parseStaticPath } from '../../core/api/staticPath';
import type { Host } from '../../host/ports';
import { appScheme, isAppAddress } from './appOrigin';

/** Makes the app's scheme a web origin like any other. Must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the renderer's folder and the library's pictures to the app's own pages, and nothing else. */
export function serveBundle(folder: string, readAsset: Host['readAsset']): void {
  protocol.handle(appScheme, async (request) => {
    if (request.method !== 'GET' || !isAppAddress(request.url)) return refuse(403);
    const { pathname } = new URL(request.url);
    const name = /^\/assets\/([^/]+)$/.exec(pathname)?.[1];
    const asset = name === undefined ? null : await readAsset(name);
    if (asset) return answer(asset.bytes, { ...assetHeaders, 'content-type': asset.mime });
    return serveFile(folder, pathname);
  });
}

async function serveFile(folder: string, pathname: string): Promise<Response> {
  const found = parseStaticPath(pathname);
  if (!found) return refuse(404);
  // A file that cannot be read is a file that is not there, as far as a page is concerned.
  const bytes = await readFile(path.join(folder, ...found.segments)).catch(() => null);
  return bytes ? answer(bytes, { ...pageHeaders, 'content-type': found.mime }) : refuse(404);
}

function answer(bytes: Uint8Array, headers: Record<string, string>): Response {
  return new Response(new Uint8Array(bytes), { headers });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: pageHeaders });
}
