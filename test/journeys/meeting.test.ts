import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { NarrativeId } from '../../core/narrative/meta';
import { plainText } from '../../core/narrative/plainText';
import type { RichNode } from '../../core/narrative/richText';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { untilFocused } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';
import { changeNarrative, savedContent, writePart } from './support/writeNarrative';

type Started = Dateline & { id: NarrativeId };

const section = (key: string, text: string): RichNode => ({
  type: 'section',
  attrs: { key, fixed: true },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const promise = 'A repairer nearby names one fixed price, usually within two hours.';

/** A narrative with a short release, and its meeting sheet open. */
async function startMeetingSheet(options = {}): Promise<Started> {
  const dateline = await startDateline(options);
  const { call, page } = dateline;
  await call('settings.update', { author: 'Maren Lund' });
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await changeNarrative(call, id, (doc) =>
    writePart(doc, 'release', [
      section('heading', 'Osterby launches Fairmend, a fixed repair price'),
      section('problem', 'A household waits six days for somebody to look at a machine.'),
      section('solution', promise),
    ]),
  );
  await page.reload();
  await openMeeting(page, id);
  return { ...dateline, id };
}

async function openMeeting(page: Page, id: NarrativeId): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/n/${id}/meeting`);
  await page.getByRole('main', { name: 'Meeting', exact: true }).waitFor();
}

const room = (page: Page) => page.getByRole('main', { name: 'Meeting', exact: true });
const press = (page: Page, name: string) => room(page).getByRole('button', { name, exact: true }).click();
const paragraph = (page: Page, words: string) => room(page).getByRole('paragraph').filter({ hasText: words });
const remarks = (page: Page) => page.getByRole('complementary', { name: 'Your remarks' });

/** Names who is there and begins to read. The most senior one is put last by keys. */
async function begin(page: Page): Promise<void> {
  const name = room(page).getByRole('textbox', { name: 'Name of somebody who is there' });
  for (const person of ['Ines Halloran', 'Vikram Sethi', 'Ruth Adebayo']) {
    await name.fill(person);
    await name.press('Enter');
  }
  await page.getByRole('button', { name: 'Ines Halloran speaks later' }).press('Alt+ArrowDown');
  await untilFocused(page.getByRole('listitem').filter({ hasText: 'Ines Halloran' }));
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText('Ines Halloran speaks last.').waitFor({ state: 'attached' });
  await room(page).getByLabel('Who takes the notes?').selectOption('Ruth Adebayo');
  await press(page, 'Begin to read');
  await page.getByRole('timer').waitFor();
}

/** Takes the machine and says something about the solution, by the key for remarks. */
async function remarkAs(page: Page, person: string, text: string): Promise<void> {
  await room(page).getByRole('button', { name: person }).click();
  await page.keyboard.press('m');
  await remarks(page)
    .getByLabel('About')
    .selectOption({ label: `A ¶3 ${promise.slice(0, 48).trimEnd()} …` });
  await remarks(page).getByRole('textbox', { name: 'Your remark' }).fill(text);
  await page.keyboard.press('Control+Enter');
  await remarks(page).getByRole('listitem').getByText(text).waitFor();
}

describe('a meeting', () => {
  test('goes from silent reading to minutes, with three people at one machine', async () => {
    const { page, call, id } = await startMeetingSheet();
    await expectAccessible(page, 'the beginning of a meeting');
    await begin(page);
    await eventually(async () =>
      expect(await page.getByRole('timer').getAttribute('aria-label')).toMatch(/^(5 minutes|4 minutes)/),
    );

    // Nobody sees what others wrote, neither in the room nor beside the text.
    await remarkAs(page, 'Vikram Sethi', 'On a Sunday too?');
    await eventually(async () =>
      expect(await page.locator('.dl-commented').allTextContents()).toEqual([promise]),
    );
    await remarkAs(page, 'Ines Halloran', 'Who answers for a wrong price?');
    await remarks(page).getByText('On a Sunday too?').waitFor({ state: 'detached' });
    await expectAccessible(page, 'the reading room');
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/n/${id}/release`);
    await page.getByRole('tab', { name: /^Comments/ }).click();
    await page.getByText('No remarks yet.').waitFor();
    await eventually(async () => expect(await page.locator('.dl-commented').count()).toBe(0));
    await openMeeting(page, id);

    await press(page, 'Everyone has read');
    await room(page).getByRole('textbox', { name: 'What Vikram Sethi says' }).fill('I would use this.');
    await page.keyboard.press('Control+Enter');
    await room(page).getByText('Now it is Ruth Adebayo.').waitFor();
    await expectAccessible(page, 'the round of impressions');
    // Words that nobody said "Keep" to are meant all the same.
    await room(page).getByRole('textbox', { name: 'What Ruth Adebayo says' }).fill('Clear, but for whom?');
    await press(page, 'Go on, part by part');

    const sections = room(page).getByRole('region', { name: /^Remarks of/ });
    await eventually(async () =>
      expect(await sections.getByRole('heading').allTextContents()).toEqual([
        'Vikram Sethi',
        'Ines Halloran',
      ]),
    );
    await sections.first().getByRole('button', { name: 'Ask it in the FAQ' }).click();
    await room(page)
      .getByRole('textbox', { name: 'What was said' })
      .fill('The price is for the whole visit.');
    await page.keyboard.press('Control+Enter');
    await paragraph(page, 'The price is for the whole visit.').waitFor();
    await expectAccessible(page, 'the round by parts');
    await press(page, 'Go on to the decision');

    await decide(page);
    const minutes = room(page).getByRole('article');
    await minutes.getByText('Say who answers for a wrong price').waitFor();
    for (const said of [
      'On a Sunday too?',
      'I would use this.',
      'Clear, but for whom?',
      'The price is for the whole visit.',
    ])
      await minutes.getByText(said).first().waitFor();
    await expectAccessible(page, 'minutes');
    await eventually(async () => {
      const content = await savedContent(call, id);
      expect(plainText(content.parts.internalFaq)).toContain('On a Sunday too?');
      expect(content.gate).toBeNull();
    });
    await expectExported({ page, call, id });
  });
});

/** Revise, with a change that a remark asked for. */
async function decide(page: Page): Promise<void> {
  await room(page).getByLabel('What Vikram Sethi says').selectOption('Go');
  await room(page)
    .getByRole('radio', { name: /^Revise/ })
    .check();
  await press(page, 'Pick from 2 remarks');
  await room(page)
    .getByRole('checkbox', { name: /Who answers for a wrong price/ })
    .check();
  await room(page)
    .getByRole('textbox', { name: 'Change 1', exact: true })
    .fill('Say who answers for a wrong price');
  await room(page).getByLabel('Owner of change 1').fill('Maren Lund');
  await room(page).getByLabel('Change 1 is made by').fill('2026-12-04');
  await expectAccessible(page, 'the decision');
  await press(page, 'Record the decision');
  await room(page).getByRole('heading', { name: 'Minutes' }).waitFor();
}

/** The minutes alone, and behind the text only where they are asked for. */
async function expectExported({ page, call, id }: Pick<Started, 'page' | 'call' | 'id'>): Promise<void> {
  await press(page, 'Export these minutes');
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Plain text' }).click();
  const stream = await (await saving).createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString('utf8');
  expect(text.split('Who answers for a wrong price?')).toHaveLength(2);
  expect(text).not.toContain('A household waits');
  const { review } = await call('narratives.open', { id });
  expect(Object.keys(review).length).toBeGreaterThan(0);
}
