import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartKey } from '../../../core/narrative/parts';
import { partTemplate } from '../../../core/narrative/partTemplate';
import type { RichDoc } from '../../../core/narrative/richText';
import { type Harness, openHarness } from './harnessPage';

let harness: Harness;
let page: Page;

beforeAll(async () => {
  harness = await openHarness();
  page = harness.page;
}, 90_000);
afterAll(() => harness?.close());

async function open(part: PartKey, content?: RichDoc) {
  await page.evaluate(([setup]) => window.harness.open(setup), [
    { part, ...(content ? { content } : {}) },
  ] as const);
  await page.waitForFunction(() => window.harness.editor !== null);
  await page.locator('.dl-text').click({ position: { x: 200, y: 15 } });
}

const json = () => page.evaluate(() => window.harness.editor?.getJSON() as unknown as RichDoc);

/** Text of each section by key, for release-like parts. */
const sectionTexts = () =>
  page.evaluate(() => {
    const texts: Record<string, string> = {};
    window.harness.editor?.state.doc.forEach((node) => {
      texts[String(node.attrs.key)] = node.textBetween(0, node.content.size, '|');
    });
    return texts;
  });

const goTo = (key: string) =>
  page.evaluate((wanted) => {
    const { editor } = window.harness;
    let at = 0;
    editor?.state.doc.forEach((node, pos) => {
      if (node.attrs.key === wanted || node.attrs.id === wanted) at = pos;
    });
    editor?.commands.focus(at + 2);
  }, key);

describe('writing a release', () => {
  it('moves on from one-line sections with Enter and starts paragraphs in the others', async () => {
    await open('release');
    await goTo('heading');
    await page.keyboard.type('Osterby launches Fairmend');
    await page.keyboard.press('Enter');
    await page.keyboard.type('A fixed price');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Leeds');
    await page.keyboard.press('Enter');
    await page.keyboard.type('One');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Two');
    const texts = await sectionTexts();
    expect(texts).toMatchObject({
      heading: 'Osterby launches Fairmend',
      subheading: 'A fixed price',
      dateline: 'Leeds',
      summary: 'One|Two',
    });
  });
});

describe('looks', () => {
  it('takes pictures', async () => {
    await open('release', partTemplate('release'));
    await page.screenshot({ path: '/tmp/scratch/editor-release.png' });
    expect(await json()).toBeTruthy();
  });
});
