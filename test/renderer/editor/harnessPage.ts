import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from '../../support/chromium';

/** A real browser on a page that holds nothing but what is tested. */
export interface Harness {
  page: Page;
  close: () => Promise<void>;
}

const editorEntry = resolve(import.meta.dirname, 'harness.tsx');

/** Builds the page of `entry`, the editor's unless said otherwise, serves it on a free port and opens it. */
export async function openHarness(entry = editorEntry): Promise<Harness> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-harness-'));
  await bundle(entry, folder);
  const server = await serve(folder);
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // A page is loaded when its module script has run.
  await page.goto(server.url);
  return {
    page,
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bundle(entry: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: resolve(import.meta.dirname, '../../..'),
    // The test runner's mode would make JSX of the development kind, which a production React does not know.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: entry,
        output: { entryFileNames: 'harness.js', assetFileNames: 'harness[extname]' },
      },
    },
  });
  await writeFile(
    join(outDir, 'index.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Editor</title>' +
      '<link rel="stylesheet" href="/harness.css"></head>' +
      '<body><div id="root"></div><script type="module" src="/harness.js"></script></body></html>',
  );
}

const mimeOf: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

async function serve(folder: string) {
  const server = createServer(async (request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1).split('?')[0];
    const data = await readFile(join(folder, name ?? '')).catch(() => null);
    const type = mimeOf[name?.split('.').pop() ?? ''] ?? 'application/octet-stream';
    response.writeHead(data ? 200 : 404, { 'content-type': type }).end(data ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}
