import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RichDoc } from '../../../core/narrative/richText';
import { untilFocused } from '../../journeys/support/narrativePage';
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

const { open, focusStart, press, type, json, texts, goTo } = editing(() => page);

const names = (doc: RichDoc) => (doc.content ?? []).map((node) => node.type);

describe('a release', () => {
  it('moves on from one-line sections with Enter and starts paragraphs in the others', async () => {
    await open('release');
    await type('Osterby launches Fairmend', 'A fixed price', 'Leeds', 'One', 'Two');
    await expect.poll(texts).toMatchObject({
      heading: 'Osterby launches Fairmend',
      subheading: 'A fixed price',
      dateline: 'Leeds',
      summary: 'One|Two',
    });
  });

  it('selects the section first, then the part, and clears the words but no section', async () => {
    await open('release');
    await type('Heading', 'Sub');
    await press('Control+a');
    await press('Delete');
    await expect.poll(texts).toMatchObject({ heading: 'Heading', subheading: '' });
    await press('Control+a');
    await press('Control+a');
    await press('Backspace');
    await eventually(async () => {
      const cleared = await texts();
      expect(Object.keys(cleared)).toHaveLength(11);
      expect(Object.values(cleared).join('')).toBe('');
    });
    await press('Control+z');
    await expect.poll(texts).toMatchObject({ heading: 'Heading' });
  });

  it('types over a selection across sections into the first of them', async () => {
    await open('release');
    await type('Heading', 'Sub', 'Leeds', 'Summary');
    await press('Control+a');
    await press('Control+a');
    await page.keyboard.type('New');
    await expect.poll(texts).toMatchObject({ heading: 'New', subheading: '', summary: '' });
  });

  it('does nothing harmful with Backspace at the start and Delete at the end of a section', async () => {
    await open('release');
    await type('Heading', 'Sub');
    await press('Home');
    await press('Backspace');
    await goTo('heading');
    await press('End');
    await press('Delete');
    await expect.poll(texts).toMatchObject({ heading: 'Heading', subheading: 'Sub' });
  });

  it('tells in which section the caret is', async () => {
    await open('release');
    await page.evaluate(() => window.harness.sections.splice(0));
    await goTo('problem');
    await eventually(async () =>
      expect(await page.evaluate(() => window.harness.sections)).toEqual(['problem']),
    );
  });

  it('draws nothing anew while one types', async () => {
    await open('release');
    await goTo('summary');
    await type('a');
    const before = await page.evaluate(() => window.harness.renders);
    await type('many words without a drawing');
    const after = await page.evaluate(() => window.harness.renders);
    expect(after).toBe(before);
  });
});

describe('writing marks', () => {
  it('knows the shortcuts of Markdown', async () => {
    await open('plan');
    await type('## Title', '- one', '', '1. first', '', '> said');
    const kinds = ['heading', 'bulletList', 'orderedList', 'blockquote'];
    await expect.poll(async () => names(await json())).toEqual(kinds);
  });

  it('keeps letters in order that follow a new block faster than a frame', async () => {
    await open('plan');
    await type('- one', '', '1. first', '', '> said', '', 'last');
    const lines = ['one', 'first', 'said', 'last'];
    await expect.poll(async () => Object.values(await texts())).toEqual(lines);
  });

  it('leaves a question a question when it begins with a number sign', async () => {
    await open('customerFaq');
    await type('# Why?');
    await expect.poll(texts).toEqual({ 0: '# Why?|' });
    await eventually(async () =>
      expect((await json()).content?.[0]?.content?.map((node) => node.type)).toEqual([
        'faqQuestion',
        'paragraph',
      ]),
    );
  });

  it('sets bold from the toolbar and moves through it with arrows, in one Tab stop', async () => {
    await open('plan');
    await type('price');
    await press('Control+a');
    await page.getByRole('button', { name: 'Bold' }).click();
    await eventually(async () => expect(JSON.stringify(await json())).toContain('"bold"'));
    await page.getByRole('button', { name: 'Bold' }).focus();
    await press('ArrowRight');
    await untilFocused(page.getByRole('button', { name: 'Italic' }));
    await eventually(async () =>
      expect(await page.locator('.dl-toolbar button[tabindex="0"]').count()).toBe(1),
    );
  });

  it('makes a link of selected words and refuses an address that runs something', async () => {
    await open('plan');
    await type('here');
    await press('Control+a');
    await page.getByRole('button', { name: 'Link' }).click();
    await page.getByLabel('Link to').fill('javascript:alert(1)');
    await press('Enter');
    await page.getByText('A link needs a web address').waitFor();
    await page.getByLabel('Link to').fill('example.org');
    await press('Enter');
    await page.locator('.dl-text a[href="https://example.org"]').waitFor();
  });

  it('writes a footnote', async () => {
    await open('plan');
    await type('Six days');
    await page.getByRole('button', { name: 'Footnote' }).click();
    await page.getByRole('textbox', { name: 'Footnote' }).fill('Counted in May.');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Footnote: Counted in May.' }).waitFor();
    await page.locator('[data-type="footnote"][data-number="1"]').waitFor();
  });
});

describe('a table', () => {
  it('is put in, walked with Tab and gets a column', async () => {
    await open('plan');
    await page.getByRole('button', { name: 'Table' }).click();
    await page.locator('.dl-text table').waitFor();
    await untilFocused(page.locator('.dl-text'));
    await type('a');
    await press('Tab');
    await type('b');
    await eventually(async () =>
      expect((await page.locator('.dl-text th').allTextContents()).slice(0, 2)).toEqual(['a', 'b']),
    );
    await page.getByRole('button', { name: 'Table: rows and columns' }).click();
    await page.getByRole('menuitem', { name: 'Column after' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.dl-text th').length === 4);
  });
});

describe('the slash menu', () => {
  it('offers what the part holds, by keyboard', async () => {
    await open('customerFaq');
    await type('Why?', '/que');
    await page.getByRole('option', { name: 'Question' }).waitFor();
    await press('Enter');
    await type('How much?');
    await expect.poll(texts).toEqual({ 0: 'Why?|', 1: 'How much?|' });
    await eventually(async () => expect(JSON.stringify(await json())).not.toContain('/que'));
  });

  it('stays away from one-line places and closes with Escape', async () => {
    await open('release');
    await type('/');
    await expect.poll(texts).toMatchObject({ heading: '/' });
    await eventually(async () => expect(await page.getByRole('listbox').count()).toBe(0));
    await goTo('summary');
    await type('/');
    await page.getByRole('listbox').waitFor();
    await press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
  });
});

describe('pictures', () => {
  it('are kept, put below the caret and described', async () => {
    await open('plan');
    await type('Words');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Picture' }).click();
    const buffer = Buffer.from('iVBORw0KGgo=', 'base64');
    await (await choosing).setFiles({ name: 'drum.png', mimeType: 'image/png', buffer });
    await page.getByLabel('What does the picture show?').fill('An open drum');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.locator('.dl-text img[alt="An open drum"]').waitFor();
    await eventually(async () => {
      const doc = await json();
      expect(names(doc)).toEqual(['paragraph', 'image']);
      expect(doc.content?.[1]?.attrs).toMatchObject({ asset: 'drum.png', alt: 'An open drum' });
    });
  });
});

describe('find and replace', () => {
  it('counts, goes on, replaces and closes with Escape', async () => {
    await open('plan');
    await type('price (a+) price');
    await page.getByRole('button', { name: 'Open find' }).click();
    await page.getByLabel('Find', { exact: true }).fill('price');
    await page.getByText('1 of 2').waitFor();
    await press('Enter');
    await page.getByText('2 of 2').waitFor();
    await page.getByLabel('Replace with').fill('cost');
    await page.getByRole('button', { name: 'Replace all' }).click();
    await page.getByText('2 places replaced.').waitFor();
    await expect.poll(texts).toEqual({ 0: 'cost (a+) cost' });
    await press('Escape');
    await page.getByRole('search').waitFor({ state: 'detached' });
    await eventually(async () => expect(await page.locator('.dl-found').count()).toBe(0));
  });
});

describe('accessibility', () => {
  it.each([
    ['release', 'light'],
    ['internalFaq', 'dark'],
    ['experience', 'light'],
    ['manuals', 'dark'],
  ] as const)('axe finds nothing serious in %s, %s', async (part, scheme) => {
    await open(part, scheme);
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: (context: string) => Promise<AxeResults> } };
      return (await axe.run('main')).violations;
    });
    const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('undo', () => {
  it('survives a visit to another part', async () => {
    await open('release');
    await type('Heading');
    await page.evaluate(() => window.harness.show('plan'));
    await page.waitForFunction(() => document.querySelector('[data-part="plan"]') !== null);
    await page.evaluate(() => window.harness.show('release'));
    await page.waitForFunction(() => document.querySelector('[data-part="release"]') !== null);
    await focusStart();
    await expect.poll(texts).toMatchObject({ heading: 'Heading' });
    await press('Control+z');
    await expect.poll(texts).toMatchObject({ heading: '' });
  });
});
