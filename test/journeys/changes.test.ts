import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { NarrativeId } from '../../core/narrative/meta';
import { decodeNarrativeDoc, partFragment, readNarrativeDoc } from '../../core/narrative/narrativeDoc';
import type { RichDoc } from '../../core/narrative/richText';
import { compareParts } from '../../core/review/compareParts';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, savedWords, untilSaved, writeAt } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';

const sentence = 'A household in Leeds waits six days and pays £68 for the visit.';

/** A release whose edited copy came back as changes: one price, one more paragraph. */
async function startWithChanges(): Promise<Dateline & { id: NarrativeId }> {
  const dateline = await startDateline();
  const { page, call } = dateline;
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await openPart(page, id, 'release');
  await writeAt(page, 'section[data-key="problem"] p', sentence);
  await untilSaved(call, id, { part: 'release', words: sentence });
  await call('review.add', { id, records: await returnedChanges(dateline, id) });
  await page.getByRole('tab', { name: /^Comments/ }).click();
  return { ...dateline, id };
}

async function returnedChanges({ call }: Dateline, id: NarrativeId): Promise<ReviewRecord[]> {
  const { state } = await call('narratives.open', { id });
  const doc = decodeNarrativeDoc(new Uint8Array(Buffer.from(state, 'base64')));
  const text = JSON.stringify(readNarrativeDoc(doc).parts.release);
  const edited = JSON.parse(text.replace('six days', 'nine days').replace('£68', '£70')) as RichDoc;
  const problem = edited.content?.find(({ attrs }) => attrs?.key === 'problem');
  problem?.content?.push({ type: 'paragraph', content: [{ type: 'text', text: 'So most of them buy.' }] });
  return compareParts('release', partFragment(doc, 'release'), edited).map(
    ({ anchor, change }, index): ReviewRecord => ({
      kind: 'suggestion',
      id: `change-${index}`,
      at: '2027-03-01T10:00:00.000Z',
      by: 'Tom Birch',
      origin: { kind: 'word', file: 'Fairmend.docx' },
      anchor,
      change,
    }),
  );
}

const panel = (page: Page) => page.getByRole('tabpanel', { name: /^Comments/ });
const changeOf = (page: Page, name: RegExp) => panel(page).getByRole('article', { name });

describe('changes that came back', () => {
  test('stand in the text, are decided one by one, and undone together with the decision', async () => {
    const { page, call, id } = await startWithChanges();
    const change = changeOf(page, /“six” becomes “nine”/);
    await change.waitFor();
    await eventually(async () =>
      expect(await page.locator('.dl-text .dl-taken-out').allTextContents()).toContain('six'),
    );
    await expectAccessible(page, 'changes to review');

    await change.getByRole('button', { name: 'Accept' }).click();
    await change.waitFor({ state: 'detached' });
    await untilSaved(call, id, { part: 'release', words: 'waits nine days and pays £68' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await change.waitFor();
    await untilSaved(call, id, { part: 'release', words: sentence });

    await changeOf(page, /“68” becomes “70”/)
      .getByRole('button', { name: 'Reject' })
      .click();
    await changeOf(page, /“68” becomes “70”/).waitFor({ state: 'detached' });
    await panel(page)
      .getByRole('button', { name: /^Accept all 2/ })
      .click();
    await panel(page).getByText('Nothing of this is open.').waitFor();
    await untilSaved(call, id, { part: 'release', words: 'waits nine days and pays £68' });
    await eventually(async () =>
      expect(await savedWords(call, id, 'release')).toContain('So most of them buy.'),
    );
  });

  test('that no longer fit the text are told, and leave it as it is', async () => {
    const { page } = await startWithChanges();
    await changeOf(page, /“six” becomes “nine”/).waitFor();
    const paragraph = page.locator('.ProseMirror section[data-key="problem"] p').first();
    await paragraph.click({ clickCount: 3 });
    await eventually(async () =>
      expect(await page.evaluate(() => String(window.getSelection()))).toContain(sentence),
    );
    await page.keyboard.type('Nobody waits.');
    await panel(page).getByText('The text changed here').first().waitFor();
    await eventually(async () => expect(await paragraph.textContent()).toContain('Nobody waits.'));
  });
});
