import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { NarrativeId } from '../../core/narrative/meta';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, placeCaret, untilFocused, writeAt } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';

type Started = Dateline & { id: NarrativeId };
const sentence = 'Last year three of five machines needed a part.';

/** A release with one sentence in its problem, and the caret in it. */
async function startWithProblem(options = {}): Promise<Started> {
  const dateline = await startDateline(options);
  await dateline.call('settings.update', { author: 'Ruth Adebayo' });
  await dateline.page.reload();
  const { id } = await dateline.call('narratives.create', { name: 'Fairmend' });
  await openPart(dateline.page, id, 'release');
  await writeAt(dateline.page, 'section[data-key="problem"] p', sentence);
  return { ...dateline, id };
}

const panel = (page: Page) => page.getByRole('tabpanel', { name: /^Comments/ });
const paragraph = (page: Page, words: string) =>
  panel(page).getByRole('paragraph').filter({ hasText: words });
const marked = (page: Page) => page.locator('.dl-text .dl-commented');

/** Says something about the sentence at the caret, by keys alone. */
async function comment(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await untilFocused(panel(page).getByRole('textbox', { name: 'Your remark' }));
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await panel(page).getByRole('article', { name: 'Remark on' }).getByText(text).waitFor();
}

describe('comments', () => {
  test('are written by keys, answered, resolved, and there again after the window', async () => {
    const { page, openWindow, call, id } = await startWithProblem();
    await comment(page, 'The tip’s own count, or ours?');
    await eventually(async () => expect(await marked(page).allTextContents()).toEqual([sentence]));
    await expectAccessible(page, 'a thread');

    await panel(page).getByRole('textbox', { name: 'Reply' }).fill('Ours: forty machines.');
    await panel(page).getByRole('button', { name: 'Reply' }).click();
    await paragraph(page, 'Ours: forty machines.').waitFor();
    const other = await openWindow();
    await openPart(other, id, 'release');
    await other.getByRole('tab', { name: /^Comments/ }).click();
    await paragraph(other, 'Ours: forty machines.').waitFor();

    await panel(page).getByRole('button', { name: 'Resolve', exact: true }).click();
    await marked(page).waitFor({ state: 'detached' });
    await marked(other).waitFor({ state: 'detached' });
    const { review } = await call('narratives.open', { id });
    expect(Object.values(review)).toMatchObject([expect.anything(), expect.anything(), expect.anything()]);
  });

  test('stay with their words, and are kept with the quote when those go', async () => {
    const { page } = await startWithProblem();
    await comment(page, 'Which year?');
    await placeCaret(page.locator('.ProseMirror section[data-key="problem"] p'));
    await page.keyboard.press('Home');
    await page.keyboard.type('In Leeds too: ');
    await eventually(async () => expect(await marked(page).allTextContents()).toEqual([sentence]));

    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Delete');
    await panel(page).getByText('On deleted text').first().waitFor();
    await panel(page).getByText(`“${sentence}”`).waitFor();
    await page.keyboard.type('Nobody knows the price.');
    await panel(page).getByRole('button', { name: 'Place it on the selected words' }).click();
    await eventually(async () =>
      expect(await marked(page).allTextContents()).toEqual(['Nobody knows the price.']),
    );
  });

  test('become a question of the internal FAQ by one key, in the name of whoever asked', async () => {
    const { page } = await startWithProblem();
    await comment(page, 'Who pays when the price was wrong?');
    await panel(page).getByRole('button', { name: 'Show the words' }).press('f');
    await page.getByRole('main', { name: 'Internal FAQ', exact: true }).waitFor();
    const question = page.locator('.ProseMirror [data-type="faq-item"]').last();
    await question.getByText('Who pays when the price was wrong?').waitFor();
    await question.getByText('Asked by Ruth Adebayo').waitFor();
    await question.getByText('Owner: Ruth Adebayo').waitFor();
    // The question leads back to the remark, and the remark to the question.
    await page.locator('.ProseMirror .dl-commented-item').waitFor();
    const asked = panel(page).getByText(/^Asked in the internal FAQ: “Who pays when the price was wrong/);
    await asked.getByText(/owned by Ruth Adebayo, due 20\d\d-\d\d-\d\d/).waitFor();
    await asked.getByRole('button', { name: 'Go to the question' }).click();
    await page.getByRole('main', { name: 'Internal FAQ', exact: true }).waitFor();
  });
});

describe('remarks', () => {
  test('are put on a question as a whole by mouse and keys, and mention people by name', async () => {
    const { page, id } = await startWithProblem();
    await openPart(page, id, 'internalFaq');
    await writeAt(page, '[data-type="faq-question"]', 'Who pays the tip?');
    await page.getByRole('button', { name: 'Question: move or delete' }).click();
    await page.getByRole('menuitem', { name: 'Comment on this question' }).click();
    const field = panel(page).getByRole('textbox', { name: 'Your remark' });
    await untilFocused(field);
    await page.keyboard.type('Ask them first.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.ProseMirror .dl-commented-item').waitFor();
    await placeCaret(page.locator('.ProseMirror [data-type="faq-question"]'));
    await page.keyboard.press('Control+Shift+K');
    await untilFocused(field);
    await page.keyboard.type('@rut');
    const people = panel(page).getByRole('listbox', { name: 'People to mention' });
    await people.getByRole('option', { name: 'Ruth Adebayo' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('knows.');
    await page.keyboard.press('Control+Enter');
    await paragraph(page, '@Ruth Adebayo knows.').waitFor();
    await panel(page).getByText('Narrow down').click();
    await panel(page).getByRole('checkbox', { name: 'Mentions me' }).check();
    await paragraph(page, 'Ask them first.').waitFor({ state: 'detached' });
  });
});
