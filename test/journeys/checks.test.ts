import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { NarrativeId } from '../../core/narrative/meta';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, runFromPalette, untilSaved, writeAt } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';

/** The sample about paint, which costs £3 from 10 May 2027 on. */
async function startWithSample(): Promise<Dateline & { id: NarrativeId }> {
  const dateline = await startDateline();
  const { id } = await dateline.call('narratives.create', { sample: 'consumer-app' });
  return { ...dateline, id };
}

async function openSheet(page: Page, id: NarrativeId, sheet: 'shared' | 'customers'): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/n/${id}/${sheet}`);
  const title = sheet === 'shared' ? 'What we share' : 'Customers';
  await page.getByRole('main', { name: title, exact: true }).waitFor();
}

/** One turn of the round, by keys alone, from the name on. */
async function takeTurn(page: Page, person: string, given: { price: string; date: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(person);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'What does it cost?' }).fill(given.price);
  await page.getByRole('textbox', { name: 'From which day can they have it?' }).fill(given.date);
  await page.getByRole('button', { name: 'Keep my answers' }).press('Enter');
  await page.getByText(`Thank you, ${person}.`).waitFor();
}

const answerOf = (page: Page, prompt: string, person: string) =>
  page.getByRole('region', { name: prompt, exact: true }).getByRole('listitem').filter({ hasText: person });

describe('the shared-model check', () => {
  test('goes round on one machine without the text, and is compared as values, also once the text is another', async () => {
    const { page, call, id } = await startWithSample();
    await openSheet(page, id, 'shared');
    await page.getByRole('button', { name: 'Ask the people here' }).press('Enter');
    await page.getByRole('heading', { name: 'The text is put away now.' }).waitFor();
    await takeTurn(page, 'Ines Roth', { price: '3 pounds', date: '10.5.2027' });
    await page.getByRole('button', { name: 'Next person' }).press('Enter');
    await takeTurn(page, 'Tom Birch', { price: '£9', date: '' });
    await eventually(async () => expect(await page.getByText('3 pounds').count()).toBe(0));
    await page.getByRole('button', { name: 'Show all answers' }).press('Enter');

    await answerOf(page, 'Price', 'Ines Roth').getByText('Says the same').waitFor();
    await answerOf(page, 'Price', 'Tom Birch').getByText('Differs').waitFor();
    await answerOf(page, 'Date', 'Ines Roth').getByText('Says the same').waitFor();
    await answerOf(page, 'Date', 'Tom Birch').getByText('Not answered').waitFor();
    await expectAccessible(page, 'what we share');

    await openPart(page, id, 'plan');
    await writeAt(page, 'p', 'One more line. ');
    await untilSaved(call, id, { part: 'plan', words: 'One more line.' });
    await openSheet(page, id, 'shared');
    await answerOf(page, 'Price', 'Ines Roth').getByText('Says the same').waitFor();
  });
});

/** Fixes the mark that is offered, which asks for thirty customers. */
async function fixMark(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fix the pass mark' }).press('Enter');
  await page.getByRole('button', { name: 'Fix this mark' }).press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('It is locked by the first one.').waitFor();
}

async function writeDownAnswers(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write down a customer’s answers' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'One customer’s answers' });
  await form.getByRole('radio', { name: '− I doubt this' }).press('Space');
  await form.getByRole('button', { name: /^It costs £3/ }).press('Enter');
  await form
    .getByRole('textbox', { name: 'How would you tell a friend about it?' })
    .fill('Paint by the cup.');
  await form.getByRole('radio', { name: 'Very disappointed' }).press('Space');
  await form.getByRole('radio', { name: /^My e-mail address/ }).press('Space');
  await form.getByRole('textbox', { name: 'Name' }).fill('Robin Vale');
  await form.getByRole('textbox', { name: 'E-mail or telephone' }).fill('vale@example.com');
  await expectAccessible(page, 'an interview');
  await form.getByRole('button', { name: 'Keep these answers' }).press('Enter');
  await form.waitFor({ state: 'detached' });
}

describe('a test with customers', () => {
  test('fixes its mark, counts with n, marks the release, and forgets who was removed', async () => {
    const { page, id, folder, openWindow } = await startWithSample();
    await openPart(page, id, 'release');
    await runFromPalette(page, 'Go to the test with customers');
    await page.getByRole('main', { name: 'Customers', exact: true }).waitFor();
    await fixMark(page);
    await writeDownAnswers(page);

    const mark = page.getByRole('region', { name: 'Pass mark' });
    await mark.getByText('1 of 30 customers have answered so far.').waitFor();
    await mark.getByText(/^Locked since the first answer/).waitFor();
    const felt = page.getByRole('region', { name: 'If it is never made' });
    await felt.getByText('n = 1: too few to read a share.').waitFor();
    await eventually(async () => expect(await felt.textContent()).not.toContain('%'));
    await page
      .getByRole('region', { name: 'What they marked in the release' })
      .getByText('(1 doubts it)')
      .waitFor();
    await page
      .getByRole('region', { name: 'Beside each promise' })
      .getByText('1 doubts it')
      .first()
      .waitFor();
    await page.getByText('Paint by the cup.').waitFor();
    const small = await openWindow({ colorScheme: 'dark', viewport: { width: 1024, height: 640 } });
    await openSheet(small, id, 'customers');
    await small.getByText('Paint by the cup.').waitFor();
    await expectAccessible(small, 'customers, in the dark and small');

    const path = join(folder, 'narratives', `${id}.json`);
    const isStored = async (words: string) => (await readFile(path, 'utf8')).includes(words);
    await eventually(async () => expect(await isStored('vale@example.com')).toBe(true));
    await page.getByRole('button', { name: 'Remove Robin Vale' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).press('Enter');
    await page.getByText('Nobody has said who they are.').waitFor();
    await eventually(async () => expect(await small.getByText('vale@example.com').count()).toBe(0));
    for (const words of ['Robin Vale', 'vale@example.com'])
      await eventually(async () => expect(await isStored(words)).toBe(false));
  });
});
