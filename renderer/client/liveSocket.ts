import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';

/** The longest pause before the line is tried again, in milliseconds. */
const longestDelayMs = 10_000;

let line: HocuspocusProviderWebsocket | null = null;

/** The socket over which windows share narratives while they type; one for each window, opened when first needed. */
export function liveSocket(): HocuspocusProviderWebsocket {
  const url = new URL('/live', window.location.origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  line ??= new HocuspocusProviderWebsocket({ url: url.href, maxDelay: longestDelayMs });
  return line;
}
