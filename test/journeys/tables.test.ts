import { expect, test } from 'vitest';
import { openPart, untilSaved } from './support/narrativePage';
import { startDateline } from './support/startDateline';

test('words written after a table that ends a part are kept', async () => {
  const { page, call } = await startDateline();
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await openPart(page, id, 'plan');
  await page.locator('.ProseMirror p').first().click();
  await page.keyboard.type('/table');
  await page.getByRole('option', { name: 'Table' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('In a cell');
  const table = await page.locator('.ProseMirror table').boundingBox();
  if (!table) throw new Error('The table is not drawn');
  await page.mouse.click(table.x + 60, table.y + table.height + 40);
  await page.keyboard.type('Below the table');
  await untilSaved(call, id, { part: 'plan', words: 'Below the table' });
  expect(await page.locator('.ProseMirror > p').textContent()).toBe('Below the table');
});
