import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';

/** The longest pause before the line is tried again, in milliseconds. */
const longestDelayMs = 10_000;

/**
 * A socket for one narrative, opened again by itself. Not shared: a narrative that is left and opened anew would be
 * taken off a shared one by its own earlier goodbye.
 */
export function openLiveSocket(): HocuspocusProviderWebsocket {
  const url = new URL('/live', window.location.origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return new HocuspocusProviderWebsocket({ url: url.href, maxDelay: longestDelayMs });
}
