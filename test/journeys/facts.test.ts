import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { defaultExportOptions } from '../../core/api/shapes';
import type { NarrativeId } from '../../core/narrative/meta';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, placeCaret, savedWords, untilSaved, writeAt } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';

const parked = 'A neural network on Kubernetes reads the picture.';

/** A release and a question that do not agree on the price, with a technical sentence between. */
async function startDisagreeing(): Promise<Dateline & { id: NarrativeId }> {
  const dateline = await startDateline();
  const { page, call } = dateline;
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await openPart(page, id, 'release');
  await writeAt(page, 'section[data-key="heading"] p', 'Osterby launches Fairmend, a fixed repair price');
  await writeAt(page, 'section[data-key="dateline"] p', 'Leeds, 14 September 2027');
  await writeAt(page, 'section[data-key="summary"] p', `Osterby opened Fairmend. ${parked} It is quick.`);
  await writeAt(page, 'section[data-key="callToAction"] p', 'Fairmend is free for every household.');
  await openPart(page, id, 'customerFaq');
  await writeAt(page, '[data-type="faq-question"]', 'What does it cost?');
  await writeAt(page, '[data-type="faq-item"] p', 'Fairmend costs £9 a month.');
  await untilSaved(call, id, { part: 'customerFaq', words: '£9 a month' });
  return { ...dateline, id };
}

async function openSheet(page: Page, id: NarrativeId, sheet: 'facts' | 'drawer'): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/n/${id}/${sheet}`);
  await page
    .getByRole('main', { name: sheet === 'facts' ? 'Facts sheet' : '“How” drawer', exact: true })
    .waitFor();
}

const selectedWords = (page: Page) => page.evaluate(() => String(window.getSelection()));

describe('the facts sheet', () => {
  test('a contradiction is counted in the rail, shown with both places and reached with its words', async () => {
    const { page, openWindow, id } = await startDisagreeing();
    await page.getByRole('link', { name: 'Facts sheet 1 differs' }).press('Enter');
    const differing = page.getByRole('region', { name: 'Places that differ' });
    await differing.getByText('What does it cost?', { exact: true }).waitFor();
    await expectAccessible(page, 'the facts sheet');
    const small = await openWindow({ colorScheme: 'dark', viewport: { width: 1024, height: 640 } });
    await openSheet(small, id, 'facts');
    await small.getByRole('region', { name: 'Places that differ' }).waitFor();
    await expectAccessible(small, 'the facts sheet, in the dark and small');
    await openSheet(small, id, 'drawer');
    await small.getByRole('region', { name: 'Found in the text' }).waitFor();
    await expectAccessible(small, 'the drawer, in the dark and small');

    await differing.getByRole('button', { name: 'Show it: Customer FAQ, What does it cost?' }).press('Enter');
    await page.getByRole('main', { name: 'Customer FAQ', exact: true }).waitFor();
    await eventually(async () => expect(await selectedWords(page)).toBe('£9'));
    await openSheet(page, id, 'facts');
  });

  test('a confirmed value shows in every live field, and follows when it changes', async () => {
    const { page, call, id } = await startDisagreeing();
    await openSheet(page, id, 'facts');
    const price = page.getByRole('listitem', { name: 'Price', exact: true });
    await price.getByRole('button', { name: 'Confirm £9' }).press('Enter');
    await price.getByText(/^Confirmed/).waitFor();
    await page.getByText('Price: confirmed as “£9”, written otherwise here').waitFor();

    await openPart(page, id, 'experience');
    await placeCaret(page.locator('.ProseMirror [data-type="step"] p').first());
    await page.keyboard.type('/price');
    await page.getByRole('option', { name: 'Price: £9' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.ProseMirror [data-type="fact"]', { hasText: '£9' }).waitFor();
    await untilSaved(call, id, { part: 'experience', words: '£9' });

    await openSheet(page, id, 'facts');
    await price.getByRole('button', { name: 'Change' }).press('Enter');
    await page.getByRole('textbox', { name: 'Value of Price' }).fill('£11');
    await page.keyboard.press('Enter');
    await openPart(page, id, 'experience');
    await page.locator('.ProseMirror [data-type="fact"]', { hasText: '£11' }).waitFor();
    await untilSaved(call, id, { part: 'experience', words: '£11' });
    const exported = await call('exports.run', {
      id,
      format: 'html',
      options: { ...defaultExportOptions, parts: ['experience'] },
      job: 'facts-html',
    });
    expect(Buffer.from(exported.data ?? '', 'base64').toString()).toContain('£11');
  });
});

test('a narrow window reaches the facts sheet and the drawer from its step button', async () => {
  const { openWindow, id } = await startDisagreeing();
  const narrow = await openWindow({ viewport: { width: 720, height: 640 } });
  await openPart(narrow, id, 'release');
  await narrow.getByRole('button', { name: 'Press release' }).click();
  await narrow.getByRole('menuitem', { name: 'Facts sheet 1 differs' }).click();
  await narrow.getByRole('main', { name: 'Facts sheet', exact: true }).waitFor();
  await narrow.getByRole('button', { name: 'Facts sheet' }).press('Enter');
  await narrow.getByRole('menuitem', { name: '“How” drawer' }).press('Enter');
  await narrow.getByRole('main', { name: '“How” drawer', exact: true }).waitFor();
  await expectAccessible(narrow, 'the drawer in a narrow window');
});

describe('the “How” drawer', () => {
  test('the key moves the sentence with the caret; undo brings it back in one step', async () => {
    const { page, call, id } = await startDisagreeing();
    await openPart(page, id, 'release');
    // The caret goes to the beginning of the paragraph, then into its second sentence.
    await placeCaret(page.locator('.ProseMirror section[data-key="summary"] p'), { x: 2, y: 8 });
    await page.keyboard.press('Home');
    for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    await page.getByRole('link', { name: '“How” drawer 1' }).waitFor();
    await eventually(async () => expect(await savedWords(call, id, 'release')).not.toContain('Kubernetes'));
    await eventually(async () =>
      expect(await page.locator('.ProseMirror section[data-key="summary"] p').textContent()).toBe(
        'Osterby opened Fairmend. It is quick.',
      ),
    );

    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name: '“How” drawer', exact: true }).waitFor();
    await eventually(async () =>
      expect(await page.locator('.ProseMirror section[data-key="summary"] p').textContent()).toBe(
        `Osterby opened Fairmend. ${parked} It is quick.`,
      ),
    );
  });

  test('a sentence found in the text is moved, is on the agenda, is ticked and put back', async () => {
    const { page, call, id } = await startDisagreeing();
    await openSheet(page, id, 'drawer');
    const offers = page.getByRole('region', { name: 'Found in the text' });
    await offers.getByText(parked).waitFor();
    await expectAccessible(page, 'the drawer');
    await offers.getByRole('button', { name: 'Move it here' }).press('Enter');
    await page.getByRole('main', { name: 'Press release', exact: true }).waitFor();
    await page.getByRole('link', { name: '“How” drawer 1' }).waitFor();

    await openPart(page, id, 'feasibility');
    const agenda = page.getByRole('region', { name: 'Parked while you wrote' });
    await agenda.getByText('1 of 1 to be dealt with').waitFor();
    await expectAccessible(page, 'the agenda');
    await agenda.getByRole('checkbox', { name: /^Dealt with/ }).check();
    await agenda.getByText('all dealt with').waitFor();

    const pdf = await call('exports.run', {
      id,
      format: 'pdf',
      options: { ...defaultExportOptions, drawer: true },
      job: 'drawer-pdf',
    });
    expect(
      Buffer.from(pdf.data ?? '', 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await agenda.getByRole('button', { name: /^Put it back/ }).press('Enter');
    await agenda.waitFor({ state: 'detached' });
    await eventually(async () => expect(await savedWords(call, id, 'release')).toContain(parked));
  });
});
