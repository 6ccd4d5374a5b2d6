import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually';
import { editing } from './editing';
import { type Harness, openHarness } from './harnessPage';

let harness: Harness;
let page: Page;

beforeAll(async () => {
  harness = await openHarness();
  page = harness.page;
}, 90_000);
afterAll(() => harness?.close());

const { open, press, type, json, texts } = editing(() => page);

describe('questions', () => {
  async function clickBelow() {
    const sheet = await page.locator('.dl-text').boundingBox();
    if (!sheet) throw new Error('nothing is drawn');
    await page.mouse.click(sheet.x + sheet.width / 2, sheet.y + sheet.height - 10);
  }

  it('take state and owner from the line below the answer, by keyboard', async () => {
    await open('internalFaq');
    await type('Who pays?', 'Osterby does.');
    await page.getByRole('button', { name: /^Open\. Change/ }).focus();
    await press('Enter');
    await page.getByText('Blocked', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Owner' }).fill('Ruth Adebayo');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByText('Owner: Ruth Adebayo').waitFor();
    await eventually(async () =>
      expect((await json()).content?.[0]?.attrs).toMatchObject({ state: 'blocked', owner: 'Ruth Adebayo' }),
    );
  });

  it('follow each other with Ctrl Enter, the last one with a new one', async () => {
    await open('customerFaq');
    await type('One?');
    await press('Control+Enter');
    await type('Two?');
    await page.evaluate(() => window.harness.editor?.commands.setTextSelection(2));
    await press('Control+Enter');
    await press('End');
    await type(' Really?');
    await expect.poll(texts).toEqual({ 0: 'One?|', 1: 'Two? Really?|' });
  });

  it('take what is typed after a click on the empty sheet below them, and after an arrow out of them', async () => {
    await open('customerFaq');
    await clickBelow();
    await type('Why?', 'Because');
    await clickBelow();
    await type(' it is');
    await press('ArrowDown');
    await type(' so.');
    await expect.poll(texts).toEqual({ 0: 'Why?|Because it is so.' });
  });

  it('keep question and answer apart under Backspace and Delete', async () => {
    await open('customerFaq');
    await type('Why?', 'Because.');
    await press('Home');
    await press('Backspace');
    await expect.poll(texts).toEqual({ 0: 'Why?|Because.' });
  });

  it('keep them apart under keys that come before the browser told of the caret', async () => {
    await open('customerFaq');
    await type('Why?', 'Because.');
    const { stale, isHandled } = await page.evaluate(() => {
      const { view } = window.harness.editor ?? {};
      const answer = view?.dom.querySelector('[data-type="faq-item"] p')?.firstChild;
      if (!view || !answer) throw new Error('no answer is drawn');
      // In one turn of the page, so that no news of the caret can come in between.
      getSelection()?.collapse(answer, 0);
      const stale = view.state.selection.head;
      const key = new KeyboardEvent('keydown', { key: 'Backspace', bubbles: true, cancelable: true });
      view.dom.dispatchEvent(key);
      return { stale, isHandled: key.defaultPrevented };
    });
    expect(stale).toBe(16);
    expect(isHandled).toBe(true);
    await expect.poll(texts).toEqual({ 0: 'Why?|Because.' });
  });
});

describe('items', () => {
  async function twoQuestions() {
    await open('customerFaq');
    await type('One?');
    await press('Control+Enter');
    await type('Two?');
  }

  it('move by keys with the caret, and say where they are', async () => {
    await twoQuestions();
    await press('Alt+Shift+ArrowUp');
    await page.getByRole('status').getByText('now 1 of 2.').waitFor();
    await type(' First');
    await expect.poll(texts).toEqual({ 0: 'Two? First|', 1: 'One?|' });
    await press('Alt+Shift+ArrowDown');
    await expect.poll(texts).toEqual({ 0: 'One?|', 1: 'Two? First|' });
    await press('Alt+Shift+ArrowDown');
    await expect.poll(texts).toEqual({ 0: 'One?|', 1: 'Two? First|' });
  });

  it('are deleted from their menu by keyboard, and undo brings them back', async () => {
    await twoQuestions();
    await page.getByRole('button', { name: 'Question: move or delete' }).first().focus();
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Move up' }).and(page.locator(':disabled')).waitFor();
    await page.getByRole('menuitem', { name: 'Delete question' }).press('Enter');
    await expect.poll(texts).toEqual({ 0: 'Two?|' });
    await press('Control+z');
    await expect.poll(texts).toEqual({ 0: 'One?|', 1: 'Two?|' });
  });

  it('have a menu each in stories, steps inside of use cases', async () => {
    await open('experience');
    await eventually(async () =>
      expect(await page.getByRole('button', { name: 'Use case: move or delete' }).count()).toBe(1),
    );
    await page.evaluate(() => {
      const { editor } = window.harness;
      editor?.state.doc.descendants((node, pos) => {
        if (node.type.name === 'step') editor.commands.setTextSelection(pos + 2);
      });
    });
    await type('Only step');
    await eventually(async () => expect(JSON.stringify(await json())).toContain('Only step'));
    await page.getByRole('button', { name: 'Step: move or delete' }).first().click();
    await page.getByRole('menuitem', { name: 'Delete step' }).click();
    await expect.poll(async () => JSON.stringify(await json())).not.toContain('Only step');
  });

  it('show their button for the item with the caret', async () => {
    await open('manuals');
    const button = page.getByRole('button', { name: 'Manual: move or delete' });
    await expect.poll(() => button.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    await eventually(async () => {
      const box = await button.boundingBox();
      const sheet = await page.locator('.dl-editor').boundingBox();
      if (!box || !sheet) throw new Error('nothing is drawn');
      expect(box.x + box.width).toBeLessThanOrEqual(sheet.x + sheet.width);
    });
  });
});
