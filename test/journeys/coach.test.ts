import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { NarrativeId } from '../../core/narrative/meta';
import { openWindow as openTextWindow } from '../host/editor';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, placeCaret, runFromPalette, untilSaved, writeAt } from './support/narrativePage';
import { type Dateline, type DatelineOptions, startDateline } from './support/startDateline';

const samples = ['consumer-app', 'web-service', 'internal-tool'] as const;

async function startWith(sample: string | null, options: DatelineOptions = {}) {
  const dateline = await startDateline(options);
  const { id } = await dateline.call(
    'narratives.create',
    sample === null ? { name: 'Fairmend' } : { sample },
  );
  await openPart(dateline.page, id, 'release');
  return { ...dateline, id };
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Beside the text' });
const cards = (page: Page) => panel(page).locator('[data-card]');

async function openCoach(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Coach/ }).click();
  await panel(page).getByRole('heading', { level: 2, name: /here$/ }).waitFor();
  // The pointer must not rest on the cards, or nothing in them may move.
  await page.mouse.move(600, 300);
}

/** The words under a mark on the sheet, in order. */
const markedWords = (page: Page) => page.locator('.ProseMirror .dl-asked').allTextContents();

async function untilMarked(page: Page, words: string): Promise<void> {
  await eventually(async () => expect((await markedWords(page)).join('|')).toContain(words));
}

async function untilUnmarked(page: Page, words: string): Promise<void> {
  await eventually(async () => expect((await markedWords(page)).join('|')).not.toContain(words));
}

const problem = 'section[data-key="problem"] p';

/** A problem with two words that are asked about. */
async function writeProblem({ page }: Dateline): Promise<void> {
  await writeAt(page, problem, 'Renters lose money TBD and a seamless struggle follows.');
  await openCoach(page);
  await untilMarked(page, 'TBD');
  await cards(page).filter({ hasText: 'TBD' }).first().waitFor();
  await untilCardsAreThere(page);
}

/** Waits until every question about the place has its card, up to the three that are shown at a time. */
async function untilCardsAreThere(page: Page): Promise<void> {
  await eventually(async () => {
    const asked = await panel(page).getByRole('heading', { level: 2, name: /here$/ }).textContent();
    const few = ['Nothing', 'One', 'Two'].findIndex((word) => asked?.startsWith(word));
    expect(await cards(page).count()).toBe(few < 0 ? 3 : few);
  });
}

describe('the coach beside the text', () => {
  test.each(samples)(
    'asks about the sample %s what the command line asks, and is accessible',
    async (sample) => {
      const { page, call, id } = await startWith(sample);
      await openCoach(page);
      const expected = await call('narratives.check', { id });
      const inRelease = expected.filter(({ part }) => part === 'release');
      const tab = page.getByRole('tab', { name: /^Coach/ });
      await eventually(async () => {
        expect((await tab.textContent())?.replace(/\D/g, '')).toBe(
          inRelease.length === 0 ? '' : String(inRelease.length),
        );
      });
      await eventually(async () => expect(await cards(page).count()).toBeLessThanOrEqual(3));
      await expectAccessible(page, `the coach on ${sample}`);
    },
  );

  test('is accessible in the dark too, with a card open and a reason asked for', async () => {
    const dateline = await startWith(null, { colorScheme: 'dark' });
    await writeProblem(dateline);
    await cards(dateline.page).first().getByRole('button', { name: 'Set aside…' }).click();
    await expectAccessible(dateline.page, 'a reason to set a question aside');
  });

  test('marks move with the words while somebody types before them', async () => {
    const dateline = await startWith(null);
    const { page } = dateline;
    await writeProblem(dateline);
    await placeCaret(page.locator(`.ProseMirror ${problem}`));
    await page.keyboard.press('Home');
    await page.keyboard.type('In most towns, ', { delay: 5 });
    await untilMarked(page, 'TBD');
    await untilMarked(page, 'seamless');
  });
});

describe('questions that are set aside', () => {
  test('a question set aside is kept with who gave which reason, and comes back when its words change', async () => {
    const dateline = await startWith(null);
    const { page, call, id } = dateline;
    await call('settings.update', { author: 'Maren' });
    await page.reload();
    await writeProblem(dateline);
    const card = cards(page).filter({ hasText: 'TBD' }).first();
    await card.getByRole('button', { name: 'Set aside…' }).click();
    await card.getByLabel('In your own words').fill('The council sends the number on Monday.');
    await card.getByRole('button', { name: 'Set aside', exact: true }).click();
    const aside = panel(page).getByRole('article', { name: 'Question set aside' });
    await aside.getByText('Set aside by Maren').waitFor();
    await aside.getByText('The council sends the number on Monday.').waitFor();
    await untilUnmarked(page, 'TBD');
    await untilChecked(dateline, id, (rules) => !rules.includes('template-text'));

    await page.reload();
    await openCoach(page);
    await panel(page).getByText('One question is set aside').click();
    await panel(page).getByText('The council sends the number on Monday.').waitFor();

    await placeCaret(page.locator(`.ProseMirror ${problem}`));
    await page.keyboard.press('End');
    await page.keyboard.insertText(' TODO');
    await untilMarked(page, 'TODO');
  });

  test('a question that was set aside can be asked again', async () => {
    const dateline = await startWith(null);
    const { page } = dateline;
    await writeProblem(dateline);
    const card = cards(page).filter({ hasText: 'TBD' }).first();
    await card.getByRole('button', { name: 'Set aside…' }).click();
    await card.getByRole('button', { name: 'It is a name or a fixed term.' }).click();
    await untilUnmarked(page, 'TBD');
    await panel(page).getByRole('button', { name: 'Ask me again' }).click();
    await untilMarked(page, 'TBD');
  });
});

describe('going through the questions', () => {
  test('F8 goes from question to question, and Alt+Enter to what can be done about one', async () => {
    const dateline = await startWith(null);
    const { page } = dateline;
    await writeProblem(dateline);
    await placeCaret(page.locator(`.ProseMirror ${problem}`));
    const openCard = () => panel(page).locator('[data-open]').getAttribute('data-card');
    const cardAfter = (card: string | null) =>
      eventually(async () => {
        const open = await openCard();
        expect(open).not.toBe(card);
        return open;
      });
    const start = await openCard();
    await page.keyboard.press('F8');
    const first = await cardAfter(start);
    await page.keyboard.press('F8');
    await cardAfter(first);
    await page.keyboard.press('Shift+F8');
    await eventually(async () => expect(await openCard()).toBe(first));
    await page.keyboard.press('Alt+Enter');
    await eventually(async () => {
      const focused = await page.evaluate(() => document.activeElement?.closest('[data-card]') !== null);
      expect(focused).toBe(true);
    });
  });

  test('cards keep their order while the place stays, and do not move under the pointer', async () => {
    const dateline = await startWith(null);
    const { page } = dateline;
    await writeProblem(dateline);
    const order = () => cards(page).evaluateAll((all) => all.map((card) => card.getAttribute('data-card')));
    const before = await order();
    expect(before.length).toBeGreaterThan(1);
    await cards(page).first().hover();
    await page.keyboard.insertText(' Anyone can lose TODO here.');
    await untilMarked(page, 'TODO');
    await eventually(async () => expect(await order()).toEqual(before));
  });

  test('every check has a help page, from its card and from the palette', async () => {
    const dateline = await startWith(null);
    const { page } = dateline;
    await writeProblem(dateline);
    await cards(page).first().getByRole('button', { name: 'About this' }).click();
    const dialog = page.getByRole('dialog', { name: 'About the coach’s checks' });
    await dialog.getByText(/^Check \d+ of 38/).waitFor();
    await expectAccessible(page, 'the help page of a check');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await runFromPalette(page, 'About the coach’s checks');
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(38);
    await dialog.getByRole('listitem').nth(8).getByRole('button').click();
    await dialog.getByText('How it looks for it').waitFor();
  });
});

describe('where a question leads', () => {
  test('a number is answered from its card: with a source by keys, or as assumed with one click', async () => {
    const { page, call, id } = await startWith(null);
    await writeAt(page, problem, 'Renters lose 30% of their deposit.');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('Moves cost 12% more than before.');
    await openCoach(page);
    await untilMarked(page, '30%');
    await page.locator('.ProseMirror').getByText('Renters lose').click();
    await page.keyboard.press('F8');
    await page.keyboard.press('Alt+Enter');
    await page.locator(':focus', { hasText: 'Add source' }).waitFor();
    await page.keyboard.press('Enter');
    const source = page.getByRole('form', { name: 'Source card' });
    await source.getByLabel('What says so').fill('Deposit register');
    await page.keyboard.press('Control+Enter');
    await source.waitFor({ state: 'hidden' });
    await untilUnmarked(page, '30%');

    const assume = cards(page).filter({ hasText: '12%' }).getByRole('button', { name: 'Mark as assumed' });
    await assume.click();
    await untilUnmarked(page, '12%');
    await page.getByText('2 claims: 2 assumed', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await untilMarked(page, '12%');
    await untilChecked({ call }, id, (rules) => rules.includes('number-without-source'));
  });

  test('a jump into the locked part ends at its gate, and is not made up for later', async () => {
    const { page, call, id } = await startWith(null);
    const elsewhere = await openTextWindow(call, id, 'elsewhere');
    elsewhere.type('feasibility', 'The engine is TBD for now.');
    await elsewhere.save();
    await openPart(page, id, 'plan');
    const gate = page.getByLabel('Open it earlier, with a written reason');
    await eventually(async () => {
      await page.keyboard.press('F8');
      expect(await gate.isVisible()).toBe(true);
    });
    await gate.fill('The landlord asks.');
    await page.getByRole('button', { name: 'Open with this reason' }).click();
    await untilMarked(page, 'TBD');
    await eventually(async () =>
      expect(await page.evaluate(() => String(window.getSelection()))).not.toBe('TBD'),
    );
  });
});

describe('what a team settles', () => {
  test('another house style changes what is asked and the grey words, never the text', async () => {
    const dateline = await startWith(null);
    const { page, call, id } = dateline;
    await writeAt(
      page,
      'section[data-key="subheading"] p',
      'A fixed repair price before anyone rings the bell',
    );
    await untilSaved(call, id, { part: 'release', words: 'before anyone rings' });
    const text = () => page.locator('.ProseMirror').textContent();
    const heading = page.locator('.ProseMirror section[data-key="heading"] p');
    const [wordsBefore, greyBefore] = [await text(), await heading.getAttribute('data-placeholder')];
    await call('coach.update', { style: 'name-heading' });
    await page.reload();
    await expect.poll(() => heading.getAttribute('data-placeholder')).toBe('The name, and nothing else');
    expect(greyBefore).not.toBe('The name, and nothing else');
    await eventually(async () => expect(await text()).toBe(wordsBefore));
  });

  test('a check can be switched off for one narrative in its settings', async () => {
    const dateline = await startWith(null);
    const { page, id } = dateline;
    await writeProblem(dateline);
    await runFromPalette(page, 'Coach and house style');
    const dialog = page.getByRole('dialog', { name: 'Coach and house style' });
    await dialog.getByText('The 38 checks').click();
    await dialog.getByRole('switch').nth(20).click({ force: true });
    await expectAccessible(page, 'the settings of the coach');
    await page.keyboard.press('Escape');
    await untilUnmarked(page, 'TBD');
    await untilChecked(dateline, id, (rules) => !rules.includes('template-text'));
  });
});

test('spelling is looked at when a library wants it, and learns the words of the team', async () => {
  const dateline = await startWith(null);
  const { page, call } = dateline;
  await call('coach.update', { grammar: true });
  await page.reload();
  await writeAt(page, problem, 'They recieve a mail from Fairmendo.');
  await openCoach(page);
  await panel(page).getByText('2 doubts about spelling and grammar').click({ timeout: 20_000 });
  await panel(page).getByText('Perhaps: receive').waitFor();
  const doubted = page.locator('.ProseMirror .dl-doubted');
  await expect.poll(() => doubted.allTextContents()).toEqual(['recieve', 'Fairmendo']);
  await expectAccessible(page, 'doubts about spelling');
  const name = panel(page).getByRole('article').filter({ hasText: '“Fairmendo”' });
  await name.getByRole('button', { name: 'It is spelt right' }).click();
  await panel(page).getByText('One doubt about spelling and grammar').waitFor();
  await expect.poll(() => doubted.allTextContents()).toEqual(['recieve']);
  await eventually(async () =>
    expect((await call('coach.read', {})).settings.dictionary).toEqual(['Fairmendo']),
  );
});

/** Waits until the host, which reads what was saved, asks as wanted. */
async function untilChecked(
  { call }: Pick<Dateline, 'call'>,
  id: NarrativeId,
  isWanted: (rules: string[]) => boolean,
): Promise<void> {
  await eventually(async () =>
    expect(isWanted((await call('narratives.check', { id })).map(({ rule }) => rule))).toBe(true),
  );
}
