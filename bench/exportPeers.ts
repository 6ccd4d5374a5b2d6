import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ExportFormat } from '../core/api/shapes';
import { launchChromium } from '../test/support/chromium';
import { timed } from './statistics';

/** What others take for the same content, in milliseconds from the start of their process; null where not installed. */
export type PeerTimes = Record<'chromium' | 'office' | 'weasyPrint' | 'pandoc', number | null>;

const nobody: PeerTimes = { chromium: null, office: null, weasyPrint: null, pandoc: null };

/** Lets every program that can write this format do so once, out of the web page that we write. */
export async function measurePeers(format: ExportFormat, html: Uint8Array): Promise<PeerTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-peers-'));
  const [page, out] = [join(folder, 'page.html'), join(folder, `out.${format}`)];
  await writeFile(page, html);
  const run = (program: string, args: string[]) => runtime(program, args, folder);
  if (format === 'md') return { ...nobody, pandoc: await run('pandoc', ['-t', 'gfm', page, '-o', out]) };
  if (format === 'docx') return { ...nobody, pandoc: await run('pandoc', [page, '-o', out]) };
  if (format !== 'pdf') return nobody;
  const text = await run('pandoc', [page, '-o', 'page.odt']);
  const print = await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, 'page.odt']);
  return {
    ...nobody,
    chromium: await printOnce(Buffer.from(html).toString('utf8')),
    office: text === null || print === null ? null : text + print,
    weasyPrint: await run('weasyprint', [page, out]),
  };
}

async function runtime(program: string, args: string[], cwd: string): Promise<number | null> {
  try {
    return (await timed(() => promisify(execFile)(program, args, { cwd, maxBuffer: 2 ** 26 }))).ms;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

/** Starts a Chromium and prints; ending it is not counted. */
async function printOnce(html: string): Promise<number> {
  const started = performance.now();
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.setContent(html);
  await page.pdf({ format: 'A4', tagged: true, outline: true });
  const time = performance.now() - started;
  await browser.close();
  return time;
}
