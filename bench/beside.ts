import type { Browser, Page } from 'playwright-core';
import { decodeNarrativeDoc, emptyContent, partFragment } from '../core/narrative/narrativeDoc';
import type { RichDoc } from '../core/narrative/richText';
import { canonicalDoc } from '../core/narrative/schema';
import { createAnchor } from '../core/review/createAnchor';
import type { PartText } from '../core/review/partText';
import { readPartText } from '../core/review/readPartText';
import type { ReviewRecord } from '../core/review/reviewRecord';
import { launchChromium } from '../test/support/chromium';
import { paragraphs } from './prose';
import type { Table } from './report';
import { type RunningApp, startApp } from './startApp';
import { median, p95, ratio } from './statistics';
import { importContent } from './thread';
import { threadNarrative } from './threadNarrative';
import { enterMiddle, type, uncapped } from './typing';

const variants = ['nothing', 'thread', 'review'] as const;
type Variant = (typeof variants)[number];

const thread = { promises: 240, links: 960 };
const remarks = 200;

function plan(pages: number): RichDoc {
  const content = paragraphs(pages).map((text) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  }));
  return canonicalDoc({ type: 'doc', content });
}

/** The same long plan in each narrative; what else there is tells them apart. */
async function openVariant(
  browser: Browser,
  app: RunningApp,
  { variant, pages }: { variant: Variant; pages: number },
): Promise<Page> {
  const content = variant === 'thread' ? threadNarrative(thread) : emptyContent();
  content.parts.plan = plan(pages);
  const id = await importContent(app, content);
  if (variant === 'review') {
    const { state } = await app.call('narratives.open', { id });
    const doc = decodeNarrativeDoc(Buffer.from(state, 'base64'));
    const text = readPartText(partFragment(doc, 'plan'));
    await app.call('review.add', { id, records: reviewOf(text) });
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(app.link());
  await page.goto(`${new URL(page.url()).origin}/#/n/${id}/plan`);
  await page.waitForSelector('.ProseMirror p', { state: 'attached', timeout: 60_000 });
  if (variant === 'review') await page.waitForSelector('.dl-commented', { state: 'attached' });
  return page;
}

/** As many threads as suggestions, each on words of a line of its own as far as there are lines. */
function reviewOf(text: PartText): ReviewRecord[] {
  const common = { at: new Date().toISOString(), by: 'Ines', origin: { kind: 'here' as const, file: '' } };
  return Array.from({ length: remarks * 2 }, (_, index): ReviewRecord => {
    const line = text.lines[(index * 7) % text.lines.length];
    if (!line) throw new Error('there is no line to speak about');
    const anchor = createAnchor(text, 'plan', { from: line.from + 2, to: line.from + 12 });
    const id = `remark-${index}`;
    if (index % 2 === 0) return { ...common, id, kind: 'comment', anchor, text: 'Where is this from?' };
    const was = [{ type: 'text' as const, text: anchor.quote }];
    return { ...common, id, kind: 'suggestion', anchor, change: { kind: 'words', was, now: [] } };
  });
}

/** What a thread and a review cost somebody who types in the same long text, in turns in one run. */
export async function benchBeside({ short }: { short: boolean }): Promise<Table> {
  const browser = await launchChromium({ args: uncapped });
  const app = await startApp();
  const pages = short ? 10 : 100;
  const [rounds, keys] = short ? [1, 24] : [6, 48];
  const windows = {} as Record<Variant, Page>;
  const times: Record<Variant, number[]> = { nothing: [], thread: [], review: [] };
  for (const variant of variants) {
    windows[variant] = await openVariant(browser, app, { variant, pages });
    await enterMiddle(windows[variant]);
    await type(windows[variant], keys, 0);
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const variant of variants) times[variant].push(...(await type(windows[variant], keys, round)));
  }
  await browser.close();
  await app.stop();
  const titles: Record<Variant, string> = {
    nothing: 'the text alone',
    thread: `${thread.promises} promises, ${thread.links} links`,
    review: `${remarks} remarks and ${remarks} suggestions in the text`,
  };
  return {
    title: 'Typing beside a thread and a review',
    note: `Keydown to painted frame in ${pages} pages, median / p95 in ms. Goals: p95 at most 1.05 × with a thread, 1.1 × with a review.`,
    head: ['beside', 'typing', 'p95 ÷ the text alone'],
    rows: variants.map((variant) => [
      titles[variant],
      `${median(times[variant]).toFixed(1)} / ${p95(times[variant]).toFixed(1)}`,
      ratio(p95(times[variant]) / p95(times.nothing)),
    ]),
  };
}
