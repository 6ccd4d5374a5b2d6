import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import type { Browser, Page } from 'playwright-core';
import * as Y from 'yjs';
import type { Call } from '../core/api/client';
import type { NarrativeId } from '../core/narrative/meta';
import { decodeNarrativeDoc, partFragment } from '../core/narrative/narrativeDoc';
import { screensMap } from '../core/narrative/recordMaps';
import type { RichNode } from '../core/narrative/richText';
import { narrativeSchema } from '../core/narrative/schema';
import { newScreen } from '../core/screens/screenChanges';
import type { ScreenRecord } from '../core/screens/screenRecord';
import { drawnPng } from '../test/support/drawnPng';
import { paragraphs } from './prose';
import type { Table } from './report';
import { startApp } from './startApp';
import { median, ms, ratio } from './statistics';

const caseCount = 10;
const stepsPerCase = 6;
const screenCount = caseCount * stepsPerCase;

/** A phone's screen at twice its size, with as many bytes as a drawing has. */
function drawnPhone(number: number): Buffer {
  let noise = number + 1;
  return drawnPng(720, 1440, (index) => {
    // Every tenth row is noise, which does not become smaller when it is packed.
    if (index % 7210 > 721) return 0xf4;
    noise = (noise * 1103515245 + 12345) % 2147483648;
    return noise % 256;
  });
}

async function keepScreens(call: Call): Promise<ScreenRecord[]> {
  const screens: ScreenRecord[] = [];
  for (let number = 0; number < screenCount; number += 1) {
    const data = drawnPhone(number).toString('base64');
    const { asset } = await call('assets.add', { fileName: `screen-${number}.png`, data });
    const picture = { scene: '', svg: '', png: asset, width: 360, height: 720 };
    screens.push({ ...newScreen(`screen-${number}`, `Screen ${number}`, 'phone'), alt: 'A phone', picture });
  }
  return screens;
}

function stories(screens: readonly ScreenRecord[]): RichNode[] {
  const prose = paragraphs(60, 1);
  const text = (type: RichNode['type'], words: string): RichNode => ({
    type,
    content: [{ type: 'text', text: words }],
  });
  const step = (number: number): RichNode => {
    const screen = screens[number];
    const blocks: RichNode[] = screen ? [{ type: 'screen', attrs: { id: screen.id } }] : [];
    const words = text('paragraph', prose[number % prose.length] ?? 'Words.');
    return {
      type: 'step',
      attrs: { id: `s${number}` },
      content: [text('title', `Step ${number}`), words, ...blocks],
    };
  };
  return Array.from({ length: caseCount }, (_case, index) => ({
    type: 'useCase',
    attrs: { id: `c${index}` },
    content: [
      text('title', `Story ${index}`),
      ...Array.from({ length: stepsPerCase }, (_step, place) => step(index * stepsPerCase + place)),
    ],
  }));
}

async function newNarrative(
  call: Call,
  name: string,
  screens: readonly ScreenRecord[],
): Promise<NarrativeId> {
  const { id } = await call('narratives.create', { name });
  const { state } = await call('narratives.open', { id });
  const doc = decodeNarrativeDoc(Buffer.from(state, 'base64'));
  const before = Y.encodeStateVector(doc);
  doc.transact(() => {
    const fragment = partFragment(doc, 'experience');
    fragment.delete(0, fragment.length);
    prosemirrorJSONToYXmlFragment(narrativeSchema, { type: 'doc', content: stories(screens) }, fragment);
    for (const screen of screens) screensMap(doc).set(screen.id, screen);
  });
  const update = Buffer.from(Y.encodeStateAsUpdateV2(doc, before)).toString('base64');
  await call('narratives.save', { id, update, window: 'bench' });
  return id;
}

/** From the address to the painted text, in milliseconds; the library is shown before and after. */
async function openOnce(page: Page, id: NarrativeId): Promise<number> {
  const took = await page.evaluate(async (hash) => {
    const started = performance.now();
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    location.hash = hash;
    while (!document.querySelector('.ProseMirror [data-type="step"]')) await frame();
    await frame();
    await frame();
    return performance.now() - started;
  }, `#/n/${id}/experience`);
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await page.locator('.ProseMirror').waitFor({ state: 'detached' });
  return took;
}

/** Opening a narrative of sixty steps with sixty screens, beside the same narrative without them. */
export async function benchScreens(browser: Browser, { short }: { short: boolean }): Promise<Table> {
  const app = await startApp();
  const plain = await newNarrative(app.call, 'Plain', []);
  const drawn = await newNarrative(app.call, 'Drawn', await keepScreens(app.call));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const pictures = new Set<string>();
  page.on('request', (request) => {
    if (request.url().includes('/assets/')) pictures.add(request.url());
  });
  await page.goto(app.link());
  await page.waitForSelector('h1');
  const times = { plain: [] as number[], drawn: [] as number[] };
  for (let round = 0; round < (short ? 3 : 15); round += 1) {
    times.plain.push(await openOnce(page, plain));
    times.drawn.push(await openOnce(page, drawn));
  }
  await page.close();
  await app.stop();
  const [without, withScreens] = [median(times.plain), median(times.drawn)];
  return {
    title: 'Screens',
    note: `Opening the experience, ${screenCount} steps in ${caseCount} stories, until its text is painted; median of the rounds. Goal: with ${screenCount} screens at most 1.5 times as long as without.`,
    head: ['', 'time', 'pictures loaded'],
    rows: [
      ['without screens', ms(without), '0'],
      [`with ${screenCount} screens`, ms(withScreens), `${pictures.size} of ${screenCount}`],
      ['ratio', ratio(withScreens / without), ''],
    ],
  };
}
