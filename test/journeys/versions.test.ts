import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './support/expectAccessible';
import {
  openPart,
  runFromPalette,
  savedWords,
  untilFocused,
  untilSaved,
  writeAt,
} from './support/narrativePage';
import { startDateline } from './support/startDateline';

const first = 'A household in Leeds waits six days and pays £68 for the visit.';

const comparison = (page: Page) => page.getByRole('region', { name: 'Comparison' });

test('a version is named, compared word by word with what was written since, restored, and that undone', async () => {
  const { page, call } = await startDateline();
  await call('settings.update', { author: 'Ines' });
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await openPart(page, id, 'release');
  await writeAt(page, 'section[data-key="problem"] p', first);
  await untilSaved(call, id, { part: 'release', words: first });

  await runFromPalette(page, 'Go to the versions');
  await page.getByText('No version yet.').waitFor();
  await expectAccessible(page, 'versions without one');
  await page.getByRole('button', { name: 'Name this version' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Before the board');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Timeline' }).getByText('Before the board').waitFor();
  await comparison(page).getByText('Both say the same.').waitFor();

  await openPart(page, id, 'release');
  await writeAt(page, 'section[data-key="problem"] p', 'Nobody wants that. ');
  await untilSaved(call, id, { part: 'release', words: 'Nobody wants that.' });
  const changed = await savedWords(call, id, 'release');
  await runFromPalette(page, 'Go to the versions');
  await comparison(page).getByRole('status').getByText('one change').waitFor();
  expect(await comparison(page).locator('[data-change-start] ins').first().textContent()).toContain(
    'Nobody wants that.',
  );
  await expectAccessible(page, 'a comparison');
  await page.keyboard.press('F9');
  await untilFocused(comparison(page).locator('[data-change-start]').first());

  await page.getByRole('button', { name: 'Restore the earlier one' }).click();
  await page.getByRole('dialog', { name: 'Restore this version?' }).waitFor();
  await expectAccessible(page, 'the restore dialog');
  await page.getByRole('button', { name: 'Restore this version' }).click();
  // What was restored is shown as what changed by it.
  await comparison(page).locator('[data-change-start] del').getByText('Nobody wants that.').waitFor();
  expect(await savedWords(call, id, 'release')).not.toContain('Nobody wants that.');
  await page
    .getByRole('region', { name: 'Timeline' })
    .getByText('Before “Before the board” was restored')
    .waitFor();

  await page.getByRole('button', { name: 'Undo' }).click();
  await untilSaved(call, id, { part: 'release', words: 'Nobody wants that.' });
  expect(await savedWords(call, id, 'release')).toBe(changed);
});
