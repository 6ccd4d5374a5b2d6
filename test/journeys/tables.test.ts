import { expect, test } from 'vitest';
import { eventually } from '../support/eventually';
import { openPart, placeCaret, untilSaved } from './support/narrativePage';
import { startDateline } from './support/startDateline';

async function openWithTable(part: 'plan' | 'release', end: string) {
  const dateline = await startDateline();
  const { page, call } = dateline;
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await openPart(page, id, part);
  await placeCaret(page.locator(`.ProseMirror ${end}`).last());
  await page.keyboard.type('/table');
  await page.getByRole('option', { name: 'Table' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.ProseMirror table').waitFor();
  await page.keyboard.type('In a cell');
  await page.locator('.ProseMirror table').getByText('In a cell').waitFor();
  return { ...dateline, id };
}

test.each([
  ['plan', '> p'],
  ['release', '> section:last-of-type > p'],
] as const)('the first letter after Control+End below a table in %s is kept', async (part, end) => {
  const { page, call, id } = await openWithTable(part, end);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Below the table');
  await untilSaved(call, id, { part, words: 'Below the table' });
  await eventually(async () =>
    expect(await page.locator(`.ProseMirror ${end}`).allTextContents()).toEqual(['Below the table']),
  );
  await page.keyboard.press('Control+End');
  await page.keyboard.type('.');
  await untilSaved(call, id, { part, words: 'Below the table.' });
});

test('words written after a table that ends a part are kept', async () => {
  const { page, call, id } = await openWithTable('plan', '> p');
  const table = await page.locator('.ProseMirror table').boundingBox();
  if (!table) throw new Error('The table is not drawn');
  await page.mouse.click(table.x + 60, table.y + table.height + 40);
  await page.keyboard.type('Below the table');
  await untilSaved(call, id, { part: 'plan', words: 'Below the table' });
  await eventually(async () =>
    expect(await page.locator('.ProseMirror > p').textContent()).toBe('Below the table'),
  );
});
