import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { runFromPalette, untilFocused } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';

const customer = 'Households in Leeds whose washing machine stopped this week.';

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function addNarratives({ call }: Dateline, customers: string[]): Promise<void> {
  for (const each of customers) await call('narratives.create', { brief: { customer: each } });
}

/** Every file of a library that holds a narrative, thrown away and backed up ones too. */
async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /^(narratives|trash|backups)\/.*\.json$/.test(name));
  return Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
}

const untilSaved = (page: Page) => page.getByText(/^\s*Saved \d\d:\d\d/).waitFor();

describe('first run', () => {
  test('asks who the customer is, keeps the answer, and goes on asking', async () => {
    const { page, call } = await startDateline();
    const question = page.getByLabel('Who is the customer?');
    await untilFocused(question);

    await page.keyboard.type(customer);
    await page.keyboard.press('Enter');
    await untilFocused(page.getByLabel('What is the customer problem or opportunity?'));
    await page.keyboard.type('They buy new.\nWithout asking.');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('What is the one most important benefit?').waitFor();
    await untilSaved(page);
    await button(page, 'Back to the library').click();

    await page.getByRole('heading', { name: /^Untitled: Households in Leeds/ }).waitFor();
    await eventually(async () => {
      const { items } = await call('library.list', { stage: 'all', sort: 'edited', offset: 0, limit: 10 });
      expect(items.map(({ states }) => states.brief)).toEqual(['drafted']);
    });
    await eventually(async () => {
      const { hits } = await call('library.search', { query: 'Without asking', limit: 5 });
      expect(hits).toHaveLength(1);
    });
  });

  test('keeps every word as it is typed, without a click', async () => {
    const { page, folder } = await startDateline();
    await page.getByLabel('Who is the customer?').fill(customer);
    await untilSaved(page);
    await eventually(async () => expect((await filesOf(folder)).join()).toContain('washing machine'));
    await page.reload();
    await page.getByRole('heading', { name: /^Untitled: Households in Leeds/ }).waitFor();
  });

  test('says that words are not saved when Dateline has stopped, and keeps them', async () => {
    const { page, stopServer } = await startDateline({ expectedErrors: /Failed to load|WebSocket|fetch/ });
    const question = page.getByLabel('Who is the customer?');
    await question.waitFor();
    await stopServer();
    await question.fill(customer);
    await page
      .getByRole('alert')
      .getByText(/Not saved/)
      .waitFor();
    await eventually(async () => expect(await question.inputValue()).toBe(customer));
  });
});

test('the desk filters by stage, sorts, and shows more', async () => {
  const dateline = await startDateline();
  const { page, call } = dateline;
  await Promise.all(
    Array.from({ length: 64 }, (_, index) => addNarratives(dateline, [`Person ${index + 10}`])),
  );
  await page.reload();
  const cards = page.locator('section[aria-labelledby="shelf-title"] li');
  await button(page, 'All 63').waitFor();
  await button(page, /^Show more \(4 left\)/).click();
  await page.waitForFunction(
    () => document.querySelectorAll('section[aria-labelledby="shelf-title"] li').length === 63,
  );

  const { items } = await call('library.list', { stage: 'all', sort: 'heading', offset: 0, limit: 1 });
  const [first] = items;
  if (!first) throw new Error('The library is empty');
  await call('narratives.updateMeta', { id: first.meta.id, patch: { stage: 'decided' } });
  await button(page, /^Decided/).click();
  await page.waitForFunction(
    () => document.querySelectorAll('section[aria-labelledby="shelf-title"] li').length <= 1,
  );
  await button(page, 'All 63').click();
  await page.getByLabel('Sort by').selectOption('heading');
  await cards.first().getByRole('link', { name: 'Untitled: Person 11' }).waitFor();
});

test('the search finds words of the text and leads to their part', async () => {
  const dateline = await startDateline();
  const { page } = dateline;
  await addNarratives(dateline, ['Night nurses on a ward of 28 beds', 'Allotment keepers']);
  await page.reload();
  await link(page, /Night nurses|Allotment/)
    .first()
    .waitFor();
  await page.keyboard.press('Control+Shift+F');
  await untilFocused(page.getByRole('searchbox'));
  await page.keyboard.type('ward of');
  const hit = link(page, /Night nurses/);
  await hit.locator('mark').first().waitFor();
  await eventually(async () => expect(await hit.locator('mark').first().textContent()).toMatch(/^ward/i));
  await page.keyboard.press('ArrowDown');
  await untilFocused(hit);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/n\/[a-z0-9-]+\/brief/);
  await page.goBack();
  await page.getByRole('search').waitFor();
});

test('the trash takes in, gives back, restores and erases', async () => {
  const dateline = await startDateline();
  const { page, folder } = dateline;
  await addNarratives(dateline, ['Allotment keepers', 'Depot drivers']);
  await page.reload();
  const throwAway = async () => {
    await button(page, 'More about “Untitled: Allotment keepers”').click();
    await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
    await link(page, 'Trash (1)').waitFor();
  };
  await throwAway();
  await button(page, 'Undo').click();
  await link(page, 'Trash (0)').waitFor();
  await link(page, 'Untitled: Allotment keepers').waitFor();

  await throwAway();
  await link(page, 'Trash (1)').click();
  await button(page, /^Restore/).click();
  await page.getByText('The trash is empty.').waitFor();
  await link(page, 'Back to the library').click();
  await throwAway();
  await link(page, 'Trash (1)').click();
  await button(page, /^Erase/).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
  await page.getByText('The trash is empty.').waitFor();
  await eventually(async () => expect((await filesOf(folder)).join()).not.toContain('Allotment'));
});

describe('ways in', () => {
  test('a sample opens as a copy of one’s own', async () => {
    const { page, call } = await startDateline();
    await page.getByRole('complementary').getByRole('listitem').first().getByRole('button').click();
    await page.waitForURL(/#\/n\//);
    await eventually(async () => {
      const { items } = await call('library.list', { stage: 'all', sort: 'edited', offset: 0, limit: 10 });
      expect(items).toHaveLength(1);
      expect(items[0]?.states.release).not.toBe('empty');
    });
  });

  test('a Markdown file is imported, and what landed where is shown', async () => {
    const { page, call } = await startDateline();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('banner').getByRole('button', { name: 'Import' }).click(),
    ]);
    const markdown = '# Osterby launches Fairmend\n\n## Problem\n\nPeople buy new.\n';
    await chooser.setFiles([
      { name: 'fairmend.md', mimeType: 'text/markdown', buffer: Buffer.from(markdown) },
    ]);
    const dialog = page.getByRole('dialog', { name: 'Where everything went' });
    await dialog.getByText('People buy new.').waitFor();
    await dialog.getByRole('button', { name: 'Open it' }).click();
    await page.waitForURL(/#\/n\//);
    await eventually(async () => {
      const { items } = await call('library.list', { stage: 'all', sort: 'edited', offset: 0, limit: 10 });
      expect(items.map(({ heading }) => heading)).toEqual(['Osterby launches Fairmend']);
    });
  });

  test('a file that is no text is refused in words, and nothing changes', async () => {
    const { page, call } = await startDateline();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('banner').getByRole('button', { name: 'Import' }).click(),
    ]);
    await chooser.setFiles([
      {
        name: 'picture.md',
        mimeType: 'text/markdown',
        buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]),
      },
    ]);
    const dialog = page.getByRole('dialog', { name: 'Not everything could be read' });
    await dialog.getByRole('alert').waitFor();
    const { counts } = await call('library.list', { stage: 'all', sort: 'edited', offset: 0, limit: 10 });
    expect(counts.all).toBe(0);
  });
});

test('everything is done by keyboard alone', async () => {
  const dateline = await startDateline();
  const { page } = dateline;
  await addNarratives(dateline, ['Allotment keepers', 'Depot drivers']);
  await page.reload();
  await page.getByRole('heading', { name: 'Also on the desk' }).waitFor();

  await page.keyboard.press('Control+/');
  await page.getByRole('dialog', { name: 'All keys' }).getByText('Find or do anything').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'All keys' }).waitFor({ state: 'detached' });

  await page.keyboard.press('F6');
  await untilRegion(page, 'HEADER');
  await page.keyboard.press('F6');
  await untilRegion(page, 'MAIN');

  await runFromPalette(page, 'New narrative');
  await untilFocused(page.getByLabel('Who is the customer?'));
  await page.keyboard.type(customer);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/#\/new\/[a-z0-9-]+/);
  await untilFocused(page.getByLabel('What is the customer problem or opportunity?'));

  await page.goBack();
  await page.getByRole('heading', { name: /^Untitled: Households/ }).waitFor();
  await eventually(async () => expect(await page.title()).toBe('Dateline'));
});

const untilRegion = (page: Page, tag: string) =>
  eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.closest('[data-region]')?.tagName)).toBe(tag),
  );

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('every screen is accessible', async () => {
    const dateline = await startDateline({ colorScheme });
    const { page } = dateline;
    await page.getByLabel('Who is the customer?').fill(customer);
    await untilSaved(page);
    await expectAccessible(page, 'the first run');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByText('Ask yourself').waitFor();
    await expectAccessible(page, 'the first questions');

    await addNarratives(dateline, ['Allotment keepers', 'Depot drivers']);
    await button(page, 'Back to the library').click();
    await page.getByRole('heading', { name: 'Also on the desk' }).waitFor();
    await expectAccessible(page, 'the library');
    await button(page, /^More about/)
      .last()
      .click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor();
    await expectAccessible(page, 'the menu of a card');
    await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
    await button(page, 'Undo').waitFor();
    await expectAccessible(page, 'the library with a toast');

    await page.keyboard.press('Control+Shift+F');
    await untilFocused(page.getByRole('searchbox'));
    await page.keyboard.type('keepers');
    await page.locator('mark').first().waitFor();
    await expectAccessible(page, 'what was found');
    await page.keyboard.press('Escape');
    for (const [name, keys] of dialogs) {
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page, name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await link(page, 'Trash (1)').click();
    await button(page, /^Restore/).waitFor();
    await expectAccessible(page, 'the trash');
  });
});

const dialogs = [
  ['the palette', 'Control+k'],
  ['all keys', 'Control+/'],
  ['settings', 'Control+,'],
] as const;
