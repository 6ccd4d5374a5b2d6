import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPageBundle, renderPacketPage } from '../../host/review/packets/packetPage';
import { launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { somePacket } from '../support/somePacket';
import { untilFocused } from './support/narrativePage';
import { builtPacketPage, savedFile } from './support/packetPages';
import { press, readPacket, say } from './support/readPacket';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('a packet that is open twice shows the same remarks in both, and forgets them in both', async () => {
  const bundle = await readPageBundle(await builtPacketPage());
  const data = somePacket();
  const html = renderPacketPage({ data, title: data.narrative.name, language: data.language }, bundle);
  const { url } = await savedFile('Fairmend.html', html);
  const { page, faults } = await readPacket(browser, url);
  const other = await page.context().newPage();
  await other.goto(url);

  // While one remark is written there, another one comes from here.
  await other.getByRole('button', { name: 'A 1: choose' }).press('Enter');
  await press(other, 'Comment');
  const field = other.getByRole('textbox', { name: /^Your comment on/ });
  await untilFocused(field);
  await other.keyboard.type('By whom');
  await say(page, { about: 'A 2', button: 'Comment', words: 'Always?' });
  await other.getByText('Always?', { exact: true }).waitFor();
  await untilFocused(field);
  await other.keyboard.type(', and when?');
  await page.getByText('By whom, and when?', { exact: true }).waitFor();

  await press(page, 'Finish and give back');
  await press(page, 'Go on');
  await press(page, 'Go on');
  await page.getByText('Remove my answer from this browser').click();
  await press(page, 'Remove it here');
  for (const each of [page, other]) {
    await each.locator('.card').first().waitFor({ state: 'detached' });
    await each.getByText('Kept in this browser as you write').waitFor();
    await eventually(async () => expect(await each.evaluate(() => Object.keys(localStorage))).toEqual([]));
  }
  expect(faults()).toEqual([]);
});
