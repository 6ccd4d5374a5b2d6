import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually';
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
import { changeNarrative, writePart } from './support/writeNarrative';

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
  await eventually(async () =>
    expect(await comparison(page).locator('[data-change-start] ins').first().textContent()).toContain(
      'Nobody wants that.',
    ),
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
  await eventually(async () =>
    expect(await savedWords(call, id, 'release')).not.toContain('Nobody wants that.'),
  );
  await page
    .getByRole('region', { name: 'Timeline' })
    .getByText('Before “Before the board” was restored')
    .waitFor();

  await page.getByRole('button', { name: 'Undo' }).click();
  await untilSaved(call, id, { part: 'release', words: 'Nobody wants that.' });
  await eventually(async () => expect(await savedWords(call, id, 'release')).toBe(changed));
});

test('what somebody else wrote since is told at the foot of the window, until it was looked at', async () => {
  const { page, call } = await startDateline();
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await call('versions.markRead', { id });
  const line = {
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: 'Launch in Leeds first.' }],
  };
  await changeNarrative(call, id, (doc) => writePart(doc, 'plan', [line]));
  await openPart(page, id, 'release');
  await page.getByRole('link', { name: 'One change since you last read (draft 1, today)' }).click();
  await comparison(page).locator('[data-change-start] ins').getByText('Launch in Leeds first.').waitFor();
  await runFromPalette(page, 'Back to the library');
  await eventually(async () =>
    expect((await call('versions.sinceRead', { id })).read).toMatchObject({ changes: 0 }),
  );
});
