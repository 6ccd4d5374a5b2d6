import type { Page } from 'playwright-core';

/** What a page did that no page of Dateline may do. */
export interface PageWatch {
  /** Errors on its console and uncaught ones. */
  readonly errors: string[];
  /** Requests that would have left this computer. */
  readonly remoteRequests: string[];
}

/** Notes everything a page does wrong, from now on. */
export function watchPage(page: Page): PageWatch {
  const watch: PageWatch = { errors: [], remoteRequests: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') watch.errors.push(message.text());
  });
  page.on('pageerror', (error) => watch.errors.push(String(error)));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isLocal = hostname === '127.0.0.1' || protocol === 'blob:' || protocol === 'data:';
    if (!isLocal) watch.remoteRequests.push(request.url());
  });
  return watch;
}
