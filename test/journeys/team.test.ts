import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { placeCaret, untilFocused, untilSaved } from './support/narrativePage';
import { openRelease, startTeam } from './support/startTeam';

const author = { scope: 'team', role: 'coauthor' } as const;
const text = (page: Page) => page.locator('.dl-text[data-part="release"]');
const section = (page: Page, key: string) => text(page).locator(`section[data-key="${key}"] p`).first();

async function write(page: Page, key: string, words: string): Promise<void> {
  await placeCaret(section(page, key));
  await page.keyboard.press('End');
  await page.keyboard.insertText(words);
}

const shows = (page: Page, words: string) => text(page).getByText(words).waitFor();

test('two write one release: each sees the other’s words and caret, and what was written offline arrives', async () => {
  const { team, enter } = await startTeam();
  const { id } = await team.call('narratives.create', { name: 'Harbour lights' });
  const [ola, ida] = [await enter('Ola Berg', author), await enter('Ida Holm', author)];
  await openRelease([ola, ida], id);
  await write(ola.page, 'problem', 'Boats wait outside.');
  await shows(ida.page, 'Boats wait outside.');
  // A caret takes no room in its line, so it does not count as visible.
  await ida.page.locator('.dl-caret-name[data-name="Ola Berg"]').waitFor({ state: 'attached' });
  await ola.page.getByRole('button', { name: 'Follow Ida Holm, in Press release' }).waitFor();
  await expectAccessible(ola.page, 'a release with somebody else in it');

  await ida.context.setOffline(true);
  await write(ida.page, 'solution', 'A light shows the way.');
  await ida.page.getByText('Your words wait in this window').waitFor();
  await write(ola.page, 'summary', 'Osterby lights its harbour.');
  await untilSaved(team.call, id, { part: 'release', words: 'Osterby lights its harbour.' });
  await ida.context.setOffline(false);
  await shows(ola.page, 'A light shows the way.');
  await shows(ida.page, 'Osterby lights its harbour.');
  await untilSaved(team.call, id, { part: 'release', words: 'A light shows the way.' });
  await ida.page.getByText('Saved', { exact: false }).first().waitFor();
});

test('a reviewer comments and the author is told; the text is the authors’, until the role changes', async () => {
  const { team, enter } = await startTeam();
  const { id } = await team.call('narratives.create', { sample: 'consumer-app' });
  const owner = await enter('Ola Berg', { scope: 'team', role: 'owner' });
  const reviewer = await enter('Ida Holm', { scope: id, role: 'reviewer' });
  await openRelease([owner, reviewer], id);
  await reviewer.page.getByText('You are reviewing').waitFor();
  const before = (await section(reviewer.page, 'dateline').textContent()) ?? '';
  await placeCaret(section(reviewer.page, 'dateline'));
  await reviewer.page.keyboard.insertText('Nobody may read this.');
  await reviewer.page.keyboard.press('Home');
  await reviewer.page.keyboard.press('Shift+End');
  await reviewer.page.keyboard.press('Control+Shift+m');
  const remark = reviewer.page.getByRole('textbox', { name: 'Your remark' });
  await untilFocused(remark);
  await remark.fill('Is this the day, @Ola Berg?');
  await reviewer.page.keyboard.press('Control+Enter');
  await expect.poll(() => section(owner.page, 'dateline').textContent()).toBe(before);

  await owner.page.getByRole('button', { name: 'News: 1 new' }).click();
  await owner.page.getByRole('button', { name: /Ida Holm mentioned you in Press release/ }).click();
  await owner.page.getByRole('complementary').getByText('Is this the day, @Ola Berg?').first().waitFor();

  // What a silent reading kept back arrives late, with the moment at which it was said, and is news all the same.
  await owner.page.getByRole('button', { name: 'News: nothing new' }).waitFor();
  await team.call('review.add', { id, records: [saidLongAgo] });
  await owner.page.getByRole('button', { name: 'News: 1 new' }).waitFor();

  await owner.page.getByRole('button', { name: 'More' }).click();
  await owner.page.getByRole('menuitem', { name: 'Team' }).click();
  const dialog = owner.page.getByRole('dialog', { name: 'Osterby launches' });
  await dialog.getByRole('button', { name: 'Change the role of Ida Holm' }).waitFor();
  await expectAccessible(owner.page, 'the team');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await untilFocused(dialog.getByRole('button', { name: 'Keep them' }));
  await owner.page.keyboard.press('Enter');
  await dialog.getByRole('alertdialog').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Change the role of Ida Holm' }).click();
  await owner.page.getByRole('menuitem', { name: 'Co-author' }).first().click();
  await reviewer.page.getByText('You are reviewing').waitFor({ state: 'detached' });
  await write(reviewer.page, 'dateline', ' at noon');
  await expect.poll(() => section(owner.page, 'dateline').textContent()).toContain('at noon');
});

test('five browsers write at once, and all of them end with the same words', async () => {
  const { team, enter } = await startTeam();
  const { id } = await team.call('narratives.create', { name: 'Harbour lights' });
  const names = ['Ann', 'Bo', 'Cy', 'Dag', 'Eva'];
  const windows = await Promise.all(
    names.map((name) => enter(name, author, { viewport: { width: 1024, height: 640 } })),
  );
  await openRelease(windows, id);
  const keys = ['summary', 'problem', 'solution', 'leaderQuote', 'problem'];
  // Carets first: words that arrive move what is below them while somebody reaches for it.
  for (const [n, { page }] of windows.entries()) await placeCaret(section(page, keys[n] ?? 'summary'));
  await Promise.all(windows.map(({ page }, n) => page.keyboard.insertText(`${names[n]} wrote here. `)));
  for (const { page } of windows) for (const name of names) await shows(page, `${name} wrote here.`);
  for (const name of names)
    await untilSaved(team.call, id, { part: 'release', words: `${name} wrote here.` });
});

test('a meeting is one for all windows: the server keeps remarks back until everyone has read', async () => {
  const { team, enter } = await startTeam();
  const { id } = await team.call('narratives.create', { sample: 'consumer-app' });
  const owner = await enter('Ola Berg', { scope: 'team', role: 'owner' });
  const reviewer = await enter('Ida Holm', { scope: 'team', role: 'reviewer' });
  await openRelease([reviewer], id);
  await openMeeting(owner.page, id);
  const name = owner.page.getByRole('textbox', { name: 'Name of somebody who is there' });
  for (const person of ['Ola Berg', 'Ida Holm']) {
    await name.fill(person);
    await name.press('Enter');
  }
  await room(owner.page).getByLabel('Who takes the notes?').selectOption('Ola Berg');
  await press(owner.page, 'Begin to read');
  await owner.page.getByRole('timer').waitFor();

  // One click from the news leads into the room, where the clock is the same.
  await reviewer.page.getByRole('button', { name: 'News: 1 new' }).click();
  await reviewer.page.getByRole('button', { name: /Ola Berg began a meeting/ }).click();
  await reviewer.page.getByRole('timer').waitFor();
  await reviewer.page.keyboard.press('m');
  const mine = reviewer.page.getByRole('complementary', { name: 'Your remarks' });
  await untilFocused(mine.getByRole('textbox', { name: 'Your remark' }));
  await mine.getByRole('textbox', { name: 'Your remark' }).fill('For whom is this?');
  await reviewer.page.keyboard.press('Control+Enter');
  await mine.getByRole('listitem').getByText('For whom is this?').waitFor();

  // It is at the server, and nobody else is told.
  await eventually(async () => {
    const { review } = await team.call('narratives.open', { id });
    expect(JSON.stringify(review)).toContain('For whom is this?');
  });
  const kept = await owner.page.evaluate(askForReview, id);
  expect(kept).toContain('"kind":"meeting"');
  expect(kept).not.toContain('For whom is this?');

  await press(owner.page, 'Everyone has read');
  await eventually(async () =>
    expect(await owner.page.evaluate(askForReview, id)).toContain('For whom is this?'),
  );
  await reviewer.page.getByRole('timer').waitFor({ state: 'detached' });
});

const saidLongAgo: ReviewRecord = {
  kind: 'comment',
  id: 'said-long-ago',
  at: '2020-01-01T10:00:00.000Z',
  by: 'Kai Lund',
  origin: { kind: 'here', file: '' },
  anchor: {
    part: 'release',
    section: 'problem',
    item: '',
    from: null,
    to: null,
    quote: '',
    before: '',
    after: '',
  },
  text: 'And at night, @Ola Berg?',
};

/** What the server tells this window's member of a narrative, in the window itself. */
async function askForReview(id: string): Promise<string> {
  const response = await fetch('/api', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-dateline': '1' },
    body: JSON.stringify({ operation: 'narratives.open', input: { id } }),
  });
  const { value } = (await response.json()) as { value: { review: object } };
  return JSON.stringify(value.review);
}

const room = (page: Page) => page.getByRole('main', { name: 'Meeting', exact: true });
const press = (page: Page, name: string) => room(page).getByRole('button', { name, exact: true }).click();

async function openMeeting(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/n/${id}/meeting`);
  await room(page).waitFor();
}
