import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { writeAnswerText } from '../../core/review/packet/answerText';
import { type PacketFile, packetFileSchema } from '../../core/review/packet/packetFile';
import { answerOn } from '../host/review/packets/sentPacket';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { startDateline } from './support/startDateline';

async function openPackets(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/n/${id}/packets`);
  await page.getByRole('heading', { name: 'Packets', level: 1 }).waitFor();
}

/** Makes packets for these readers in the window, and reads what a reader would get. */
async function makePackets(page: Page, readers: readonly string[]): Promise<PacketFile[]> {
  await page.getByRole('button', { name: 'Make packets' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who reads it?' });
  await dialog.getByLabel('Readers', { exact: true }).fill(readers.join('\n'));
  const downloads: Promise<PacketFile>[] = [];
  page.on('download', (download) => {
    downloads.push(download.path().then(async (path) => packetIn(await readFile(path, 'utf8'))));
  });
  await dialog.getByRole('button', { name: /^Make / }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => downloads.length).toBe(readers.length);
  const made = await Promise.all(downloads);
  return made.sort((a, b) => readers.indexOf(a.reader) - readers.indexOf(b.reader));
}

function packetIn(html: string): PacketFile {
  const [, json = ''] = /id="packet-data">(.*?)<\/script>/s.exec(html) ?? [];
  return packetFileSchema.parse(JSON.parse(json));
}

const fileOf = (said: unknown, name: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(typeof said === 'string' ? said : JSON.stringify(said)),
});

async function mergeFiles(page: Page, files: ReturnType<typeof fileOf>[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(files);
}

describe('Packets', () => {
  test('are made for readers, merged as files and as text, and told where they stand', async () => {
    const { page, call } = await startDateline({ acceptDownloads: true });
    const { id } = await call('narratives.create', { sample: 'web-service' });
    await openPackets(page, id);
    await page.getByText('No packet yet.').waitFor();
    const [ines, tom] = await makePackets(page, ['Ines Duarte', 'Tom Okafor']);
    if (!ines || !tom) throw new Error('Two packets were made.');
    const list = page.getByRole('list', { name: 'Packets', exact: true });
    await eventually(async () => expect(await list.getByText('Nothing has come back yet.').count()).toBe(2));

    await mergeFiles(page, [fileOf(answerOn(ines, 'Quernstone', 'trained model'), 'ines.dateline-answer')]);
    await page.getByText('Merged 1 answer: 2 remarks, none twice.').waitFor();
    await list.getByText('2 remarks.').waitFor();
    await eventually(async () => expect(await list.getByText('Sealed').count()).toBe(1));

    await page.getByRole('button', { name: 'Paste text' }).press('Enter');
    const answer = Buffer.from(JSON.stringify(answerOn(tom, 'Quernstone'))).toString('base64');
    await page.getByLabel('Text of the answer').fill(`> ${writeAnswerText(answer).replaceAll('\n', '\n> ')}`);
    await page.getByRole('button', { name: 'Merge it' }).press('Enter');
    await page.getByText('Merged 1 answer: 1 remark, none twice.').waitFor();
    await expectAccessible(page, 'packets');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'packets in the dark');
    await page.setViewportSize({ width: 1024, height: 640 });
    await eventually(async () =>
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0),
    );
  });

  test('that were changed are refused with a sentence, and taken as claimed where somebody says so', async () => {
    const { page, call } = await startDateline({ acceptDownloads: true });
    const { id } = await call('narratives.create', { sample: 'web-service' });
    await openPackets(page, id);
    const [packet] = await makePackets(page, ['Ines Duarte']);
    if (!packet) throw new Error('A packet was made.');
    const changed = JSON.stringify(answerOn(packet, 'Quernstone')).replace(
      'right?',
      '<img src=x onerror=alert(1)>',
    );
    await mergeFiles(page, [fileOf(changed, 'changed.dateline-answer'), fileOf('Dear Maren,', 'mail.txt')]);
    const refused = page.getByRole('list', { name: 'Not taken' });
    await refused.getByText('changed after its packet had sealed it').waitFor();
    await eventually(async () => expect(await refused.getByRole('listitem').count()).toBe(2));
    await expectAccessible(page, 'refused answers');
    await page.getByRole('button', { name: 'Take it as merely claimed' }).click();
    await page.getByText('1 answer is merely claimed.').waitFor();
    await page.getByRole('list', { name: 'Packets', exact: true }).getByText('Claimed').waitFor();
  });

  test('say plainly what a passphrase protects', async () => {
    const { page, call } = await startDateline();
    const { id } = await call('narratives.create', { sample: 'web-service' });
    await openPackets(page, id);
    await page.getByRole('button', { name: 'Make packets' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who reads it?' });
    await dialog.getByLabel('Readers', { exact: true }).fill('Ines Duarte');
    await dialog.getByLabel('Lock with a passphrase').check();
    await dialog.getByText('It stops no reader from passing on what they have read').waitFor();
    await dialog.getByText('The passphrase has at least 8 characters.').waitFor();
    await dialog.getByRole('button', { name: 'Make the packet' }).and(page.locator(':disabled')).waitFor();
    await expectAccessible(page, 'making packets');
    await dialog.getByText('Customers', { exact: true }).click();
    await dialog.getByText('Customers read the press release alone').waitFor();
  });
});
