import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type PartKey, partDefinitions, partKeys } from '../../core/narrative/parts';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, placeCaret, savedWords, untilFocused, untilSaved, writeAt } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';

async function startFairmend(): Promise<Dateline & { id: Awaited<ReturnType<typeof create>> }> {
  const dateline = await startDateline();
  const id = await create(dateline);
  await openPart(dateline.page, id, 'release');
  return { ...dateline, id };
}

const create = async ({ call }: Dateline) => (await call('narratives.create', { name: 'Fairmend' })).id;

const release = [
  { key: 'heading', words: 'Osterby launches Fairmend' },
  { key: 'subheading', words: 'A fixed repair price before anyone rings the bell' },
  { key: 'dateline', words: 'Leeds, 14 September 2027' },
  { key: 'problem', words: 'A household in Leeds waits six days' },
];

/** Writes a little in five parts, as a person goes from step to step. */
async function writeEverywhere(page: Page, id: Parameters<typeof openPart>[1]): Promise<void> {
  for (const { key, words } of release) await writeAt(page, `section[data-key="${key}"] p`, words);

  await openPart(page, id, 'brief');
  await writeAt(page, 'section[data-key="customer"] p', 'People whose washing machine stopped');

  await openPart(page, id, 'internalFaq');
  await page.getByText('Question bank').click();
  await page.getByRole('button', { name: /^Add question 5:/ }).click();
  await eventually(async () => expect(await page.locator('[data-type="faq-item"]').count()).toBe(1));
  await untilCaretIn(page.locator('[data-type="faq-item"] p'));
  await page.keyboard.insertText('About 41,000 households.');

  await openPart(page, id, 'experience');
  await writeAt(page, '[data-type="use-case"] > [data-type="title"]', 'Amira gets a price');
  await writeAt(page, '[data-type="story-fact"]', 'Amira, who rents a flat');
  await writeAt(page, '[data-type="step"] p', 'She films the fault');

  await openPart(page, id, 'manuals');
  await writeAt(page, '[data-type="title"]', 'Households');
  await writeAt(page, 'section[data-key="howTo"] p', 'Ask for a price');
}

/** Waits until letters would go into this text. */
const untilCaretIn = (words: Locator): Promise<void> =>
  eventually(async () =>
    expect(
      await words.evaluate(
        (element) =>
          document.activeElement?.contains(element) === true &&
          element.contains(getSelection()?.anchorNode ?? null),
      ),
    ).toBe(true),
  );

describe('writing a narrative', () => {
  test('every part takes words, and all of them are there after a reload', async () => {
    const { page, call, id } = await startFairmend();
    await writeEverywhere(page, id);
    await untilSaved(call, id, { part: 'manuals', words: 'Ask for a price' });

    await page.reload();
    await expectWords(page, id, { part: 'manuals', words: ['Households', 'Ask for a price'] });
    await expectWords(page, id, { part: 'release', words: release.map(({ words }) => words) });
    await expectWords(page, id, { part: 'brief', words: ['People whose washing machine stopped'] });
    await expectWords(page, id, { part: 'internalFaq', words: ['About 41,000 households.'] });
    await expectWords(page, id, {
      part: 'experience',
      words: ['Amira gets a price', 'Amira, who rents a flat', 'She films the fault'],
    });
    const rail = page.getByRole('navigation', { name: 'Steps of this narrative' });
    await rail.getByText('Drafted, 1 of 6 answered').waitFor({ state: 'attached' });
    await rail.getByText('Drafted, 1 use case').waitFor({ state: 'attached' });
  });

  test('a question of the bank is added once, and its state is kept by keyboard', async () => {
    const { page, call, id } = await startFairmend();
    await openPart(page, id, 'customerFaq');
    await page.getByText('Question bank').click();
    await page.getByRole('button', { name: /^Add question 1:/ }).click();
    await page.getByRole('button', { name: /^Add question 1:/ }).waitFor({ state: 'detached' });
    await page.getByText('Asked', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Open\. Change state/ }).press('Enter');
    await page.getByRole('dialog').getByText('Answered', { exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).press('Enter');
    await page.getByText('1 question: 1 answered, 0 open, 0 blocked').waitFor();
    await eventually(async () =>
      expect((await savedWords(call, id, 'customerFaq')).length).toBeGreaterThan(10),
    );
  });
});

describe('undo and other windows', () => {
  test('undo goes on where it was after another part was open', async () => {
    const { page, call, id } = await startFairmend();
    await writeAt(page, 'section[data-key="heading"] p', 'A heading to take back');
    await openPart(page, id, 'brief');
    await writeAt(page, 'section[data-key="customer"] p', 'Stays');
    await openPart(page, id, 'release');
    await placeCaret(page.locator('.ProseMirror section[data-key="problem"] p'));
    await page.keyboard.press('Control+z');
    await page.getByText('A heading to take back').waitFor({ state: 'detached' });
    await untilSaved(call, id, { part: 'brief', words: 'Stays' });
    await page.keyboard.press('Control+Shift+z');
    await page.locator('.ProseMirror').getByText('A heading to take back').waitFor();
  });

  test('the last key before leaving is saved too', async () => {
    const { page, call, id } = await startFairmend();
    page.on('dialog', (dialog) => dialog.accept());
    await writeAt(page, 'section[data-key="heading"] p', 'Written and gone');
    await page.goto('about:blank');
    await untilSaved(call, id, { part: 'release', words: 'Written and gone' });
  });

  test('two windows on one narrative end with the same words', async () => {
    const { page, openWindow, id } = await startFairmend();
    const other = await openWindow();
    await openPart(other, id, 'release');
    await writeAt(page, 'section[data-key="heading"] p', 'Written in the first window');
    await other.locator('.ProseMirror').getByText('Written in the first window').waitFor();
    await writeAt(other, 'section[data-key="problem"] p', 'Written in the second window');
    await page.locator('.ProseMirror').getByText('Written in the second window').waitFor();
  });
});

async function expectWords(
  page: Page,
  id: Parameters<typeof openPart>[1],
  expected: { part: PartKey; words: readonly string[] },
): Promise<void> {
  await openPart(page, id, expected.part);
  for (const words of expected.words) {
    await page.locator('.ProseMirror').getByText(words).first().waitFor({ state: 'attached' });
  }
}

describe('around the text', () => {
  test('feasibility is locked until a reason is written, which then stands above it', async () => {
    const { page, call, id } = await startFairmend();
    await openPart(page, id, 'feasibility');
    await page.getByText('How to build it comes last.').waitFor();
    await eventually(async () => expect(await page.locator('.ProseMirror').count()).toBe(0));
    await page.getByRole('button', { name: 'Open with this reason' }).click();
    await page.getByText('What makes it necessary').waitFor();
    await page.getByLabel(/Open it earlier/).fill('The council asks for the cost first');
    await page.getByRole('button', { name: 'Open with this reason' }).click();
    await writeAt(page, 'p', 'A function behind a gateway');
    await untilSaved(call, id, { part: 'feasibility', words: 'A function behind a gateway' });
    await page.reload();
    await page.getByText('The council asks for the cost first').waitFor();
  });

  test('the guide follows the caret and counts its words', async () => {
    const { page } = await startFairmend();
    await writeAt(page, 'section[data-key="problem"] p', 'Six words stand in this sentence');
    const panel = page.getByRole('complementary', { name: 'Beside the text' });
    await panel.getByRole('heading', { name: 'Problem' }).waitFor();
    await panel.getByText('6 words').waitFor();
  });
});

describe('from a question of the coach to its place', () => {
  const selected = (page: Page) => page.evaluate(() => String(getSelection()));

  test('the words it asks about are selected, and typing replaces them', async () => {
    const { page, call, id } = await startFairmend();
    await writeAt(page, 'section[data-key="problem"] p', 'A repair costs TBD in Leeds.');
    const panel = page.getByRole('complementary', { name: 'Beside the text' });
    await panel.getByRole('tab', { name: /^Coach/ }).click();
    const card = panel.getByRole('article', { name: /instead of “TBD”/ });
    await card.getByRole('button', { name: 'Show the words' }).click();
    await expect.poll(() => selected(page)).toBe('TBD');
    await page.keyboard.type('£140');
    await untilSaved(call, id, { part: 'release', words: 'A repair costs £140 in Leeds.' });
    // While the pointer rests on the questions, they stay where they are.
    await page.mouse.move(600, 300);
    await card.waitFor({ state: 'detached' });
  });

  test('the next one is reached, and its words selected, in another section and in another part', async () => {
    const { page, id } = await startFairmend();
    await openPart(page, id, 'plan');
    await writeAt(page, 'p', 'In May the first TODO opens.');
    await openPart(page, id, 'release');
    await writeAt(page, 'section[data-key="problem"] p', 'A repair costs TBD in Leeds.');
    await placeCaret(page.locator('.ProseMirror section[data-key="heading"] p'));
    const visited = new Set<string>();
    const visitNext = async () => {
      await page.keyboard.press('F8');
      const part = await page.getByRole('main').getAttribute('aria-label');
      visited.add(`${part}: ${await selected(page)}`);
      return [...visited];
    };
    await expect
      .poll(visitNext, { timeout: 20_000 })
      .toEqual(expect.arrayContaining(['Press release: TBD', 'Launch plan: TODO']));
  });
});

describe('the window', () => {
  test('F6 goes round the regions and focus mode leaves the sheet and the status', async () => {
    const { page } = await startFairmend();
    await page.locator('.ProseMirror').click();
    await untilFocused(page.locator('.ProseMirror'));
    await page.keyboard.press('F6');
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true),
    );
    await page.keyboard.press('Control+Shift+d');
    await page.getByRole('button', { name: 'Leave focus mode' }).waitFor();
    await page.getByRole('navigation').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Leave focus mode' }).click();
    await page.getByRole('navigation').waitFor();
  });

  test('one column at 200 % zoom: steps as a button, the guide as a drawer', async () => {
    const { page } = await startFairmend();
    await page.setViewportSize({ width: 720, height: 450 });
    await page.getByRole('button', { name: 'Guide', exact: true }).click();
    await page.getByRole('dialog').getByText('Ask yourself').waitFor();
    await expectAccessible(page, 'the guide as a drawer');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Press release' }).click();
    await page.getByRole('menuitem', { name: /Manual/ }).click();
    await page.getByRole('main', { name: 'Manual', exact: true }).waitFor();
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false),
    );
  });
});

const exportsToTry = [
  { form: 'Press release, PDF', save: 'Save PDF', start: '%PDF-' },
  { form: 'Whole narrative, PDF', save: 'Save PDF', start: '%PDF-' },
  { form: 'Markdown', save: 'Save Markdown', start: '---' },
  { form: 'Web page', save: 'Save web page', start: '<!doctype html>' },
  { form: 'Dateline file', save: 'Save Dateline file', start: '' },
] as const;

describe('handing it on', () => {
  test('every form is shown, saved and holds the newest words', async () => {
    const { page, call, id } = await startFairmend();
    await writeAt(page, 'section[data-key="heading"] p', 'Osterby launches Fairmend');
    await untilSaved(call, id, { part: 'release', words: 'Osterby launches Fairmend' });
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('img', { name: 'Page 1 of the PDF' }).waitFor();
    for (const { form, save, start } of exportsToTry) {
      await dialog.getByRole('radio', { name: form }).check();
      const downloading = page.waitForEvent('download');
      await dialog.getByRole('button', { name: save }).click();
      const download = await downloading;
      const bytes = await readFile(await download.path());
      expect(download.suggestedFilename()).toMatch(/^Fairmend-(press-release-)?draft-1\./);
      expect(bytes.subarray(0, start.length).toString().toLowerCase()).toBe(start.toLowerCase());
      if (start === '---') expect(bytes.toString()).toContain('Osterby launches Fairmend');
    }
  });

  test('details are kept and printed in the top bar', async () => {
    const { page, call, id } = await startFairmend();
    await page.getByRole('button', { name: /Fairmend/ }).click();
    await expectAccessible(page, 'name and details');
    await page.getByRole('textbox', { name: 'Name' }).fill('Fairmend two');
    await page.getByRole('button', { name: 'Save details' }).click();
    await page.getByRole('banner').getByText('Fairmend two').waitFor();
    await eventually(async () =>
      expect((await call('narratives.open', { id })).meta.name).toBe('Fairmend two'),
    );
  });
});

test('no screen of a narrative keeps anybody out, in light and dark', async () => {
  const { page, id } = await startFairmend();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const part of partKeys) {
      await openPart(page, id, part);
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      await expectAccessible(page, `${partDefinitions[part].title}, ${colorScheme}`);
    }
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, `Export, ${colorScheme}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});
