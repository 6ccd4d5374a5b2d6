import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../core/api/client';
import type { NarrativeId } from '../../core/narrative/meta';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { readThread } from '../../core/thread/readThread';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, placeCaret, untilFocused, writeAt } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';

type Started = Dateline & { id: NarrativeId };
const sentence = 'Film the fault with a phone and read one fixed price.';
const solution = 'section[data-key="solution"] p';

/** A release with one sentence, and a use case and a question that could keep it. */
async function start(options = {}): Promise<Started> {
  const dateline = await startDateline(options);
  const { id } = await dateline.call('narratives.create', { name: 'Fairmend' });
  const { page } = dateline;
  await openPart(page, id, 'experience');
  await writeAt(page, '[data-type="use-case"] > [data-type="title"]', 'Amira gets a price');
  await writeAt(page, '[data-type="step"] > [data-type="title"]', 'She films the fault');
  await openPart(page, id, 'customerFaq');
  await writeAt(page, '[data-type="faq-question"]', 'Do I need an app?');
  await openPart(page, id, 'release');
  await writeAt(page, solution, sentence);
  return { ...dateline, id };
}

async function savedThread(call: Call, id: NarrativeId) {
  const { state } = await call('narratives.open', { id });
  return readThread(readNarrativeDoc(decodeNarrativeDoc(new Uint8Array(Buffer.from(state, 'base64')))));
}

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Thread' });
const searchField = (page: Page) => panel(page).getByRole('combobox');
const chain = (page: Page) => panel(page).getByRole('region', { name: 'And then' });

/** Marks the sentence and links it to what the query finds first, all by keys. */
async function markAndLink(page: Page, query: string, found: string): Promise<void> {
  await page.keyboard.press('Control+Shift+L');
  await panel(page).getByRole('heading', { name: 'What keeps this promise' }).waitFor();
  await link(page, query, found);
}

async function link(page: Page, query: string, found: string): Promise<void> {
  await page.keyboard.press('Control+Shift+L');
  await untilFocused(searchField(page));
  await page.keyboard.type(query);
  await panel(page).getByRole('option', { name: found, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await chain(page).getByRole('button', { name: found, exact: true }).waitFor();
}

describe('a promise of the release', () => {
  test('is marked, linked and taken back by keys alone, one step at a time', async () => {
    const { page, call, id } = await start();
    await markAndLink(page, 'she films', 'She films the fault');
    await eventually(async () => {
      const { rows } = await savedThread(call, id);
      expect(rows).toMatchObject([
        { promise: { words: sentence }, chain: { step: [{ words: 'She films the fault' }] } },
      ]);
    });
    await expectAccessible(page, 'the thread beside the text');

    await page.keyboard.press('Escape');
    await untilFocused(page.locator('.ProseMirror'));
    await page.keyboard.press('Control+z');
    await chain(page).getByRole('button', { name: 'Link: A step that shows it' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.ProseMirror [data-promise]').first().waitFor({ state: 'detached' });
    await eventually(async () => expect(await savedThread(call, id)).toMatchObject({ rows: [], gone: [] }));
    await page.keyboard.press('Control+y');
    await page.locator('.ProseMirror [data-promise]').first().waitFor();
    const written = page.locator(`.ProseMirror ${solution}`).first();
    await eventually(async () => expect(await written.textContent()).toBe(sentence));
  });

  test('is shown at the step that keeps it, and each is a jump to the other', async () => {
    const { page } = await start();
    await markAndLink(page, 'she films', 'She films the fault');
    await link(page, 'app', 'Do I need an app?');
    await chain(page).getByRole('button', { name: 'She films the fault', exact: true }).click();
    await panel(page).getByRole('heading', { name: 'What this step keeps' }).waitFor();
    await untilFocused(page.locator('.ProseMirror'));
    await page.locator('.dl-keeps').getByText('Keeps “Film the fault with a phone and read').waitFor();
    await chain(page).getByRole('button', { name: 'Do I need an app?', exact: true }).click();
    await panel(page).getByRole('heading', { name: 'What this answer keeps' }).waitFor();
    await chain(page).getByRole('button', { name: 'Link: A number that proves it' }).click();
    await untilFocused(searchField(page));
    await panel(page).getByRole('heading', { name: 'What keeps this promise' }).waitFor();
    await chain(page).getByRole('button', { name: 'Do I need an app?', exact: true }).click();
    await panel(page).getByRole('heading', { name: 'What this answer keeps' }).waitFor();
    await panel(page)
      .getByRole('button', { name: `“${sentence}”`, exact: true })
      .click();
    await panel(page).getByRole('heading', { name: 'What keeps this promise' }).waitFor();
    await eventually(async () =>
      expect(await page.evaluate(() => getSelection()?.toString())).toBe(sentence),
    );
  });

  test('is proposed where words are shared, and linked or refused only when somebody says so', async () => {
    const { page, call, id } = await start();
    await page.keyboard.press('Control+Shift+L');
    const proposals = panel(page).getByRole('region', { name: 'Shared words, perhaps the same thread?' });
    await proposals
      .getByText('Shares “Film” and “fault” with this promise. Never linked without you.')
      .waitFor();
    await eventually(async () =>
      expect((await savedThread(call, id)).rows).toMatchObject([
        { promise: { words: sentence }, chain: { step: [] } },
      ]),
    );
    await proposals.getByRole('button', { name: 'Not the same: She films the fault' }).click();
    await proposals.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await proposals.getByRole('button', { name: 'Link it: She films the fault' }).press('Enter');
    await chain(page).getByRole('button', { name: 'She films the fault', exact: true }).waitFor();
    await expect.poll(() => proposals.count()).toBe(0);
    await untilFocused(searchField(page));
    await panel(page).getByRole('status').getByText('Linked: She films the fault').waitFor();
  });
});

describe('a thread that lost an end', () => {
  test('keeps the words of an end that was deleted, until something else is linked or undo brings it back', async () => {
    const { page, call, id } = await start();
    await markAndLink(page, 'she films', 'She films the fault');
    await openPart(page, id, 'experience');
    await placeCaret(page.locator('.ProseMirror [data-type="step"] > [data-type="title"]'));
    await page.locator('.ProseMirror [data-type="step"] .dl-item-button').first().click();
    await page.getByRole('menuitem', { name: 'Delete step' }).click();
    await openPart(page, id, 'release');
    await placeCaret(page.locator('.ProseMirror [data-promise]'));
    const gone = panel(page).getByRole('region', { name: 'Ends that are gone' });
    await gone.getByText('She films the fault').waitFor();
    await expectAccessible(page, 'an end that is gone');
    await gone.getByRole('button', { name: 'Link to something else' }).click();
    await untilFocused(searchField(page));
    await page.keyboard.type('app');
    await panel(page).getByRole('option', { name: 'Do I need an app?', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await gone.waitFor({ state: 'detached' });
    await eventually(async () => {
      const { rows, broken } = await savedThread(call, id);
      expect(rows[0]?.chain.faq.map(({ words }) => words)).toEqual(['Do I need an app?']);
      expect(broken).toEqual([]);
    });
    await placeCaret(page.locator('.ProseMirror [data-promise]'));
    await page.keyboard.press('Control+z');
    await gone.getByText('She films the fault').waitFor();
  });

  test('moves with its words when they are cut and pasted elsewhere', async () => {
    const { page, call, id } = await start({ permissions: ['clipboard-read', 'clipboard-write'] });
    await markAndLink(page, 'app', 'Do I need an app?');
    await placeCaret(page.locator('.ProseMirror [data-promise]'));
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Control+x');
    await placeCaret(page.locator('.ProseMirror section[data-key="gettingStarted"] p').first());
    await page.keyboard.press('Control+v');
    await page.locator('.ProseMirror section[data-key="gettingStarted"] [data-promise]').waitFor();
    await eventually(async () =>
      expect((await savedThread(call, id)).rows).toMatchObject([
        {
          promise: { section: 'gettingStarted', words: sentence },
          chain: { faq: [{ words: 'Do I need an app?' }] },
        },
      ]),
    );
  });

  test('is kept with its links when its words are deleted, and says so', async () => {
    const { page, call, id } = await start();
    await markAndLink(page, 'app', 'Do I need an app?');
    await placeCaret(page.locator('.ProseMirror [data-promise]'));
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Delete');
    const deleted = panel(page).getByRole('region', { name: 'Promises whose words were deleted' });
    await deleted.getByText(`“${sentence}”`).waitFor();
    await eventually(async () => expect((await savedThread(call, id)).gone[0]?.chain.faq).toHaveLength(1));
    await page.keyboard.press('Control+z');
    await deleted.waitFor({ state: 'detached' });
    await eventually(async () => expect((await savedThread(call, id)).rows[0]?.chain.faq).toHaveLength(1));
  });
});

test('in a narrow window the thread is a drawer, and the key still links', async () => {
  const { page } = await start({ viewport: { width: 720, height: 640 } });
  await page.keyboard.press('Control+Shift+L');
  await page.locator('.ProseMirror [data-promise]').first().waitFor();
  await link(page, 'app', 'Do I need an app?');
  await expectAccessible(page, 'the thread in a drawer');
});
