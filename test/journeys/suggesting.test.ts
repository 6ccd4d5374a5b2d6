import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { NarrativeId } from '../../core/narrative/meta';
import { readSuggestions } from '../../core/review/readSuggestions';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, placeCaret, savedWords, untilSaved, writeAt } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';

const sentence = 'A household in Leeds waits six days and pays £68 for the visit.';
const place = 'section[data-key="problem"] p';

async function startWithWords(): Promise<Dateline & { id: NarrativeId }> {
  const dateline = await startDateline();
  const { page, call } = dateline;
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await openPart(page, id, 'release');
  await writeAt(page, place, sentence);
  await untilSaved(call, id, { part: 'release', words: sentence });
  return { ...dateline, id };
}

/** Selects words of the problem by the keyboard, as somebody who reads does. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page
    .locator(`.ProseMirror ${place}`)
    .first()
    .evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(wanted);
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
      throw new Error(`Not there: ${wanted}`);
    }, words);
}

async function openSuggestions({ call }: Dateline, id: NarrativeId) {
  const { review } = await call('narratives.open', { id });
  return readSuggestions(Object.values(review) as ReviewRecord[], {}).filter(({ state }) => state === 'open');
}

const bar = (page: Page) => page.getByRole('region', { name: 'Suggesting' });
const panel = (page: Page) => page.getByRole('tabpanel', { name: /^Comments/ });
const changeOf = (page: Page, name: RegExp) => panel(page).getByRole('article', { name });

describe('suggesting', () => {
  test('leaves the text, survives the closing of the window, and is decided by an author', async () => {
    const dateline = await startWithWords();
    const { page, call, id } = dateline;
    await placeCaret(page.locator(`.ProseMirror ${place}`).first());
    await page.keyboard.press('Control+Shift+g');
    await bar(page).waitFor();

    await selectWords(page, 'six');
    await page.keyboard.type('nine');
    await selectWords(page, 'and pays £68 ');
    await page.keyboard.press('Delete');
    await placeCaret(page.locator(`.ProseMirror ${place}`).first());
    await page.keyboard.press('End');
    await page.keyboard.type(' So most buy.');
    await bar(page).getByText('3 changes, kept.').waitFor();
    await untilSaved(call, id, { part: 'release', words: sentence });
    await eventually(async () =>
      expect(await page.locator('.dl-text .dl-suggested').allTextContents()).toEqual([
        'nine',
        ' So most buy.',
      ]),
    );
    await eventually(async () =>
      expect(await page.locator('.dl-text .dl-was-there').allTextContents()).toEqual([
        'six',
        'and pays £68 ',
      ]),
    );
    await expectAccessible(page, 'suggesting');
    await page.close();

    const author = await dateline.openWindow();
    await openPart(author, id, 'release');
    await author.getByRole('tab', { name: /^Comments/ }).click();
    await eventually(async () => expect(await openSuggestions(dateline, id)).toHaveLength(3));
    await changeOf(author, /“six” becomes “nine”/)
      .getByRole('button', { name: 'Accept' })
      .click();
    await untilSaved(call, id, { part: 'release', words: 'waits nine days and pays £68' });
    await changeOf(author, /take out/)
      .getByRole('button', { name: 'Reject' })
      .click();
    await changeOf(author, /take out/).waitFor({ state: 'detached' });
    await author.getByRole('button', { name: 'Undo' }).last().click();
    await changeOf(author, /take out/).waitFor();
    await eventually(async () => expect(await savedWords(call, id, 'release')).toContain('waits nine days'));
  });
});
