import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RichNode } from '../../core/narrative/richText';
import type { PacketFile } from '../../core/review/packet/packetFile';
import { modelPrompts } from '../../core/review/records/modelChecks';
import { readPageBundle, renderPacketPage } from '../../host/review/packets/packetPage';
import { launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { somePacket } from '../support/somePacket';
import { expectAccessible } from './support/expectAccessible';
import { builtPacketPage, savedFile } from './support/packetPages';
import { type PacketReader, press, readPacket, savedAnswer, say } from './support/readPacket';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const asks = { comments: true, suggestions: true, signOff: true, modelPrompts: [...modelPrompts] };

/** A packet as its file. */
async function pageOf(given: Partial<PacketFile>): Promise<string> {
  const bundle = await readPageBundle(await builtPacketPage());
  const data = somePacket({ asks, ...given });
  return renderPacketPage({ data, title: data.narrative.name, language: data.language }, bundle);
}

async function openPacket(
  given: Partial<PacketFile> = {},
  options: BrowserContextOptions = {},
): Promise<PacketReader> {
  const { url } = await savedFile('Fairmend.html', await pageOf(given));
  return readPacket(browser, url, options);
}

const untilKept = (page: Page): Promise<void> => page.getByText(/^Kept in this browser \d\d:\d\d$/).waitFor();

async function finish(page: Page): Promise<void> {
  await press(page, 'Finish and give back');
  await press(page, 'Go on');
  await press(page, 'Go on');
}

describe('The page of a packet', () => {
  test.each([
    ['a wide window', { width: 1440, height: 900 }, 'light'],
    ['a wide window in the dark', { width: 1440, height: 900 }, 'dark'],
    ['a phone', { width: 390, height: 844 }, 'light'],
    ['a phone in the dark', { width: 390, height: 844 }, 'dark'],
  ] as const)('can be used by everybody in %s', async (_name, viewport, colorScheme) => {
    const { page, faults } = await openPacket(
      { confidentiality: 'Not for others' },
      { viewport, colorScheme },
    );
    await say(page, { about: 'A 2', button: 'Comment', words: 'Always?' });
    await say(page, { about: 'A 2', button: 'Suggest', words: ' Always.' });
    await page.getByRole('button', { name: 'A 1: choose' }).click();
    await expectAccessible(page, 'the text with remarks and words chosen');
    await press(page, 'Comment');
    await expectAccessible(page, 'a remark that is being written');
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      ),
    );
    await press(page, 'Done');
    for (const step of ['Without looking', 'Sign', 'Give it back']) {
      await press(page, step === 'Without looking' ? 'Finish and give back' : 'Go on');
      await page.getByRole('heading', { name: step, level: 1 }).waitFor();
      await expectAccessible(page, step);
    }
    expect(faults()).toEqual([]);
  });

  test('is worked by keyboard alone: from paragraph to paragraph, to a remark and back', async () => {
    const { page } = await openPacket();
    await page.getByRole('button', { name: 'A 1: choose' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await untilFocusedOn(page, 'Comment');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Always?');
    await page.keyboard.press('Escape');
    await untilFocusedOn(page, 'A 2');
    await page.keyboard.press('Tab');
    await untilFocusedOn(page, 'Change');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' And on Sundays?');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Always? And on Sundays?', { exact: true }).waitFor();
  });
});

const untilFocusedOn = (page: Page, words: string): Promise<void> =>
  eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.textContent ?? null)).toBe(words),
  );
const untilEmpty = (page: Page): Promise<void> =>
  eventually(async () => expect(await page.locator('.card').count()).toBe(0));

describe('What a reader writes', () => {
  test('is kept in the browser and is there when the file is opened again', async () => {
    const { page } = await openPacket();
    await say(page, { about: 'A 2', button: 'Comment', words: 'Always?' });
    await say(page, { about: 'A 2', button: 'Suggest', words: ' Always.' });
    await untilKept(page);
    await page.reload();
    await page.getByText('Always?', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Change: Your suggestion' }).click();
    await eventually(async () =>
      expect(await page.locator('textarea').inputValue()).toBe('One fixed price, within two hours. Always.'),
    );
    await press(page, 'Remove');
    await page.getByRole('button', { name: 'Remove: Your comment' }).click();
    await untilKept(page);
    await page.reload();
    await page.getByText('Osterby launches Fairmend').waitFor();
    await untilEmpty(page);
    await say(page, { about: 'A 2', button: 'Comment', words: 'On a computer that others use' });
    await untilKept(page);
    await finish(page);
    await page.getByText('Remove my answer from this browser').click();
    await press(page, 'Remove it here');
    await page.reload();
    await page.getByText('Osterby launches Fairmend').waitFor();
    await untilEmpty(page);
    await eventually(async () => expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]));
  });

  test('is said to be lost where the browser keeps nothing, is asked about, and goes on from its file', async () => {
    const { url } = await savedFile('Fairmend.html', await pageOf({}));
    const { page } = await readPacket(browser, 'about:blank');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Denied', 'SecurityError');
        },
      });
    });
    await page.goto(url);
    await say(page, { about: 'A 2', button: 'Comment', words: 'Always?' });
    await page.getByText('This browser cannot keep it: save your answer before you close').waitFor();
    const [dialog] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await finish(page);
    const { text } = await savedAnswer(page);
    await page.getByText(/^Answer saved \d\d:\d\d$/).waitFor();

    const { page: other } = await readPacket(browser, url);
    await finish(other);
    await other.getByText('Go on with an answer that you saved earlier').click();
    const load = (words: string) =>
      other.getByLabel(/The file that this packet saved/).setInputFiles({
        name: 'answer.dateline-answer',
        mimeType: 'application/json',
        buffer: Buffer.from(words),
      });
    await load(text.slice(0, -9));
    await other.getByText(/or it is cut short. What you wrote here stays as it is./).waitFor();
    await load(text);
    await other.getByText('Your answer is here.').waitFor();
    await other.getByRole('button', { name: 'Back to reading' }).click();
    await other.getByText('Always?', { exact: true }).waitFor();
  });
});

const attack =
  '</script><script>window.ran = true</script><img src="https://example.org/x" onerror="window.ran = true">';
const hostile: RichNode = {
  type: 'section',
  attrs: { key: attack },
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: attack }] },
    { type: 'image', attrs: { asset: 'https://example.org/y.png', alt: attack, caption: attack } },
    { type: 'screen', attrs: { id: 's1' } },
  ],
};

describe('A packet with scripts in it', () => {
  test('shows them as words, runs nothing and asks for nothing', async () => {
    const html = await pageOf({
      ...{ reader: attack, askedBy: attack, note: attack, confidentiality: attack },
      language: 'en" onload="window.ran=true',
      narrative: { ...somePacket().narrative, name: attack },
      parts: [{ part: 'brief', title: attack, version: '0', doc: { type: 'doc', content: [hostile] } }],
      pictures: { 'https://example.org/y.png': { src: 'https://example.org/y.png', width: 1, height: 1 } },
      screens: { s1: { title: attack, alt: attack, picture: 'https://example.org/y.png', missing: '' } },
    });
    // Somebody on the way writes a script and a picture into the file, too.
    const changed = html.replace(
      '<div id=',
      `<script>window.ran = true</script><img src="https://example.org/z" onerror="window.ran = true"><div id=`,
    );
    const { url } = await savedFile('Fairmend.html', changed);
    const { page } = await readPacket(browser, 'about:blank');
    const requests: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText === 'csp') refused.push(request.url());
    });
    await page.goto(url);
    await say(page, { about: 'A 1', button: 'Comment', words: attack });
    await page.getByText(attack, { exact: true }).last().waitFor();
    await eventually(() => expect(refused).toEqual(['https://example.org/z']));
    await eventually(async () => expect(await page.evaluate(() => 'ran' in window)).toBe(false));
    expect(requests.filter((each) => each !== url)).toEqual(refused);
  });

  test('that is no packet any more says so', async () => {
    const html = await pageOf({});
    const { url } = await savedFile(
      'Fairmend.html',
      html.replace('"format":"dateline-packet"', '"format":"x"'),
    );
    const { page } = await readPacket(browser, url);
    await page.getByText('This packet is cut short or was changed').waitFor();
    await eventually(async () => expect(await readFile(new URL(url), 'utf8')).toContain('"format":"x"'));
  });
});
