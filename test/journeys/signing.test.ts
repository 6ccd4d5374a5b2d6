import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { knownRecords } from '../../core/review/knownRecords';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, runFromPalette, untilSaved, writeAt } from './support/narrativePage';
import { startDateline } from './support/startDateline';

const card = (page: Page, title: string) =>
  page
    .getByRole('list', { name: 'The eight parts' })
    .locator(':scope > li')
    .filter({ has: page.getByRole('heading', { name: title }) });
const railLine = (page: Page, title: string) =>
  page.getByRole('navigation', { name: 'Steps of this narrative' }).getByRole('link', { name: title });
const reason = 'The price comes on Friday; readers can judge the rest.';

describe('a part on its way', () => {
  test('is called ready with a reason, reviewed and signed, and tells that its text changed', async () => {
    const { page, call } = await startDateline();
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    await openPart(page, id, 'brief');
    const answer = 'section[data-key="customer"] p';
    await writeAt(page, answer, 'Households in Leeds.');
    await untilSaved(call, id, { part: 'brief', words: 'Households in Leeds.' });

    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await card(page, 'Customer').getByText('5 open questions').waitFor();
    await expectAccessible(page, 'the overview of the review');
    await page.getByRole('button', { name: 'Mark ready: Customer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Mark ready: Customer' });
    await dialog.getByRole('button', { name: 'What is the customer problem or opportunity?' }).waitFor();
    await expectAccessible(page, 'what is open before a part is ready');
    await dialog.getByRole('button', { name: 'Mark ready with this reason' }).click();
    await dialog.getByText('What makes it ready with this open?').waitFor();
    await dialog.getByRole('textbox', { name: 'Why may it be read all the same?' }).fill(reason);
    await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ines Halloran');
    await page.keyboard.press('Enter');
    await page.getByText('Ready, with 5 open questions. Your reason is kept.').waitFor();
    await card(page, 'Customer').getByText(reason).waitFor();

    await page.getByRole('button', { name: 'Begin its review: Customer' }).click();
    await page.getByRole('button', { name: 'Mark reviewed: Customer' }).click();
    await page.getByRole('button', { name: 'Sign it: Customer' }).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('Only for Leeds.');
    await page.getByRole('button', { name: 'Sign draft 1' }).click();
    await card(page, 'Customer').getByText('Only for Leeds.').waitFor();
    await railLine(page, 'Customer').getByText('Reviewed, signed by 1').waitFor();

    await openPart(page, id, 'brief');
    await writeAt(page, answer, ' And in York.');
    await railLine(page, 'Customer').getByText('Changed since draft 1 was signed').waitFor();
    await runFromPalette(page, 'Go to the review');
    await card(page, 'Customer').getByText('Changed since draft 1 was signed').waitFor();
    await expectAccessible(page, 'a review that the text has outlived');
    await page.getByRole('button', { name: 'Mark reviewed again: Customer' }).click();
    await card(page, 'Customer').getByText(reason).waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await railLine(page, 'Customer').getByText('Reviewed', { exact: true }).waitFor();

    await eventually(async () => {
      const { review } = await call('narratives.open', { id });
      const records = knownRecords(review);
      expect(records.filter(({ kind }) => kind === 'signOff')).toHaveLength(2);
      expect(records.filter(({ kind }) => kind === 'stateChange')).toHaveLength(4);
      expect(records.every(({ by }) => by === 'Ines Halloran')).toBe(true);
    });
  });
});
