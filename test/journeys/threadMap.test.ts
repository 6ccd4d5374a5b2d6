import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Call } from '../../core/api/client';
import type { NarrativeId } from '../../core/narrative/meta';
import {
  decodeNarrativeDoc,
  type NarrativeContent,
  readNarrativeDoc,
} from '../../core/narrative/narrativeDoc';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';

async function startMap(): Promise<Dateline & { id: NarrativeId }> {
  const dateline = await startDateline();
  const { id } = await dateline.call('narratives.create', { sample: 'consumer-app' });
  await openPart(dateline.page, id, 'release');
  await openMap(dateline.page);
  return { ...dateline, id };
}

async function openMap(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Golden thread/ }).press('Enter');
  await page.getByRole('heading', { name: 'The golden thread' }).waitFor();
}

async function savedContent(call: Call, id: NarrativeId): Promise<NarrativeContent> {
  const { state } = await call('narratives.open', { id });
  return readNarrativeDoc(decodeNarrativeDoc(new Uint8Array(Buffer.from(state, 'base64'))));
}

const looseIn = (page: Page, list: string) => page.getByRole('region', { name: list }).getByRole('listitem');
const focusedName = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );

test('the map names the three loose ends of the sample, reads as a table and is drawn', async () => {
  const { page, openWindow } = await startMap();
  await page.getByRole('link', { name: 'Golden thread 3 loose' }).waitFor();
  await eventually(async () =>
    expect(await looseIn(page, 'Promised, but nobody can do it yet').count()).toBe(1),
  );
  await eventually(async () =>
    expect(await looseIn(page, 'There, but nobody was promised it').count()).toBe(2),
  );
  const table = page.getByRole('table');
  await eventually(async () => {
    const titles = await table.getByRole('columnheader').allTextContents();
    expect([titles[0], titles[2], titles.length]).toEqual(['The release says', 'A story shows', 7]);
  });
  const row = table.getByRole('row', { name: 'and at halftin.example' });
  await row.getByRole('rowheader').waitFor();
  await eventually(async () => expect(await row.getByText('Nobody lives it yet').count()).toBe(1));
  await expectAccessible(page, 'the map as a table');

  await page.getByText('Important 4', { exact: true }).click();
  await eventually(async () => expect(await table.getByRole('row').count()).toBe(5));
  await page.getByText('Drawing', { exact: true }).click();
  await page.getByRole('img', { name: 'The golden thread, drawn' }).waitFor();
  await expectAccessible(page, 'the map, drawn');

  const small = await openWindow({ colorScheme: 'dark', viewport: { width: 720, height: 800 } });
  await small.goto(page.url());
  await small.getByRole('row', { name: 'giving is free' }).getByText('No measure yet').waitFor();
  await expectAccessible(small, 'the map as one list, in the dark');
  await eventually(async () =>
    expect(await small.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0),
  );
});

test('the map links by arrow keys, search and Enter, and one undo takes the link back', async () => {
  const { page, call, id } = await startMap();
  const gap = page.getByRole('button', { name: 'Link “and at halftin.example”: a story shows' });
  await page.getByRole('row', { name: 'and at halftin.example' }).getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await eventually(async () => expect(await focusedName(page)).toMatch(/^Link “and at halftin/));
  await gap.press('Enter');
  await page.getByRole('combobox', { name: 'Find it by a word' }).fill('cup');
  await page.getByRole('option', { name: /^She collects the cup/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Golden thread 2 loose' }).waitFor();
  await page.getByText('Every promise leads to something a customer can do.').waitFor();
  await eventually(async () =>
    expect(Object.keys((await savedContent(call, id)).links)).toContain(
      'on-the-web>step:she-collects-the-cup',
    ),
  );
  await page.keyboard.press('Control+z');
  await page.getByRole('link', { name: 'Golden thread 3 loose' }).waitFor();
  await gap.waitFor();
});

test('the map links a loose thing to its promise, and goes to where things stand', async () => {
  const { page } = await startMap();
  const breakItem = looseIn(page, 'There, but nobody was promised it').filter({ hasText: 'Take a break' });
  await breakItem.getByRole('button', { name: /^Link/ }).press('Enter');
  await page.getByRole('combobox', { name: 'Find the promise by a word' }).fill('free');
  await page.keyboard.press('Enter');
  await breakItem.waitFor({ state: 'detached' });
  await page
    .getByRole('row', { name: 'giving is free' })
    .getByRole('button', { name: 'Take a break' })
    .press('Enter');
  await page.getByRole('main', { name: 'Manual', exact: true }).waitFor();
  await eventually(async () =>
    expect(
      await page.evaluate(() => window.getSelection()?.anchorNode?.parentElement?.closest('h4')?.textContent),
    ).toBe('Take a break'),
  );
});

test('the map lists ends that were deleted, until they come back or are let go', async () => {
  const { page, call, id } = await startMap();
  await openPart(page, id, 'customerFaq');
  const question = page.locator('[data-type="faq-item"]', { hasText: 'What if the colour is wrong?' });
  await question.locator('[data-type="faq-question"]').click();
  await question
    .getByRole('button', { name: /More|Question/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: /Delete/ }).click();
  await openMap(page);
  const gone = page.getByRole('region', { name: 'Ends that are gone' });
  await gone.getByText('What if the colour is wrong?').first().waitFor();
  await eventually(async () => expect(await gone.getByRole('listitem').count()).toBe(2));
  await gone
    .getByRole('button', { name: /^Let go/ })
    .first()
    .press('Enter');
  await eventually(async () => expect(await gone.getByRole('listitem').count()).toBe(1));
  await eventually(async () => {
    const { links } = await savedContent(call, id);
    const left = Object.values(links).filter(({ end }) => end === 'what-if-the-colour-is-wrong');
    expect(left).toHaveLength(1);
  });
});
