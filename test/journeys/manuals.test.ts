import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../core/api/client';
import { howTosOf } from '../../core/manuals/howTos';
import { unwrittenBlocks } from '../../core/manuals/unwritten';
import type { NarrativeId } from '../../core/narrative/meta';
import {
  decodeNarrativeDoc,
  type NarrativeContent,
  readNarrativeDoc,
} from '../../core/narrative/narrativeDoc';
import { itemsOf } from '../../core/narrative/partState';
import { findSection, plainText } from '../../core/narrative/plainText';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, runFromPalette, untilTextFocused, writeAt } from './support/narrativePage';
import { startDateline } from './support/startDateline';

async function savedContent(call: Call, id: NarrativeId): Promise<NarrativeContent> {
  const { state } = await call('narratives.open', { id });
  return readNarrativeDoc(decodeNarrativeDoc(new Uint8Array(Buffer.from(state, 'base64'))));
}

const firstManual = ({ parts }: NarrativeContent) =>
  itemsOf(parts.manuals, 'manual')[0] ?? { type: 'manual' as const };

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Begin from the stories' });
const toast = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

/** A story of one step whose words say a noun twice and quote what stands on the screen. */
async function tellStory(page: Page, id: NarrativeId): Promise<void> {
  await openPart(page, id, 'experience');
  await writeAt(page, '[data-type="use-case"] > [data-type="title"]', 'Move a sample to another shelf');
  await writeAt(page, '[data-type="step"] > [data-type="title"]', 'Scan the label');
  await writeAt(
    page,
    '[data-type="step"] > p',
    'Anna holds the reader over the label. When the reader is quiet, the screen says “Shelf full.”',
  );
}

describe('a manual begun from what is written', () => {
  test('a story, a noun and a message go into their sections once, and undo takes them back', async () => {
    const { page, call, id } = await startNarrative();
    await tellStory(page, id);
    await openPart(page, id, 'manuals');
    await runFromPalette(page, 'Begin a manual from the stories');
    await dialog(page).waitFor();
    await expectAccessible(page, 'the dialog that begins a manual');
    await page.getByLabel('Move a sample to another shelf').check();
    await page.getByLabel('reader', { exact: true }).check();
    await page.getByLabel('Shelf full.').check();
    await page.getByRole('button', { name: 'Add 3 to the manual' }).click();
    await toast(page, '3 things added to the manual').waitFor();

    await eventually(async () => {
      const manual = firstManual(await savedContent(call, id));
      expect(howTosOf(manual)).toMatchObject([
        { title: 'Move a sample to another shelf', steps: ['Scan the label'], from: 'use-case-first' },
      ]);
      const words = (key: string) => plainText(findSection(manual, key) ?? manual);
      expect([words('concepts'), words('reference')]).toEqual(['reader', 'Shelf full.']);
    });

    await page.getByRole('button', { name: 'Begin from the stories' }).click();
    const told = page.getByLabel('Move a sample to another shelf');
    await expect.poll(async () => [await told.isDisabled(), await told.isChecked()]).toEqual([true, true]);
    await eventually(async () => expect(await page.getByLabel('reader', { exact: true }).count()).toBe(0));
    await eventually(async () => expect(await page.getByLabel('Shelf full.').count()).toBe(0));
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });

    await toast(page, '3 things added').getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => {
      expect(howTosOf(firstManual(await savedContent(call, id)))).toEqual([]);
    });
  });
});

describe('what could not be written yet', () => {
  test('names its question, shows there what it blocks, and is written once that is answered', async () => {
    const { page, call, id } = await startNarrative();
    await openPart(page, id, 'manuals');
    await writeAt(page, '[data-type="manual"] > [data-type="title"]', 'Lab staff');
    await writeAt(page, 'section[data-key="reference"] p', '/could');
    await page.getByRole('option', { name: 'Could not be written yet' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('What happens to samples in a power cut.');

    const place = page.getByRole('group', { name: 'Could not be written yet' });
    await place.getByRole('button', { name: 'Which open question does it wait for?' }).click();
    const form = page.getByRole('form', { name: 'What it waits for' });
    await form.getByLabel('Which open question').fill('How long does the cooling last?');
    await page.keyboard.press('Enter');
    await place
      .getByRole('button', { name: 'Waits for Q 1: How long does the cooling last? (open)' })
      .waitFor();
    await expectAccessible(page, 'a manual with an unwritten place');
    await eventually(async () => {
      const { parts } = await savedContent(call, id);
      expect(unwrittenBlocks(parts)).toMatchObject([
        { words: 'What happens to samples in a power cut.', question: { number: 1, state: 'open' } },
      ]);
    });

    await openPart(page, id, 'internalFaq');
    const blocks = page.getByRole('button', {
      name: 'Manual: Lab staff, “What happens to samples in a power cut.”',
    });
    await blocks.waitFor();
    await page
      .getByRole('region', { name: 'The manuals wait for these' })
      .getByText('Waits for Q 1.')
      .waitFor();
    await expectAccessible(page, 'an internal FAQ that a manual waits for');
    await page.getByRole('button', { name: 'Open. Change state, owner and date' }).click();
    await page.getByText('Answered', { exact: true }).last().click();
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByText('Q 1 is answered: it can be written now.').waitFor();

    await blocks.click();
    await page.getByRole('main', { name: 'Manual' }).waitFor();
    await place.getByRole('button', { name: 'Answered. Q 1: How long does the cooling last?' }).waitFor();
    await place.getByRole('button', { name: 'Write it here' }).click();
    await place.waitFor({ state: 'detached' });
    await eventually(async () => {
      const content = await savedContent(call, id);
      expect(unwrittenBlocks(content.parts)).toEqual([]);
      expect(plainText(findSection(firstManual(content), 'reference') ?? { type: 'doc' })).toBe(
        'What happens to samples in a power cut.',
      );
    });
  });
});

describe('who the manuals are for', () => {
  test('a kind of user that a story names is offered a manual, and the coach asks for it until then', async () => {
    const { page, call, id } = await startNarrative();
    await tellStory(page, id);
    await page.getByRole('button', { name: 'Which kind of user?' }).click();
    await page
      .getByRole('form', { name: 'Kind of user' })
      .getByRole('button', { name: 'Administrator' })
      .click();
    await page.getByRole('button', { name: 'Kind of user: Administrator' }).waitFor();

    await openPart(page, id, 'manuals');
    await writeAt(page, '[data-type="manual"] > [data-type="title"]', 'Lab staff');
    const offer = page.getByRole('button', { name: 'Add a manual for: Administrator' });
    await offer.waitFor();
    await eventually(async () => {
      const rules = (await call('narratives.check', { id })).map(({ rule }) => rule);
      expect(rules).toContain('user-without-manual');
    });
    await offer.click();
    await offer.waitFor({ state: 'detached' });
    await eventually(async () => {
      const rules = (await call('narratives.check', { id })).map(({ rule }) => rule);
      expect(rules).not.toContain('user-without-manual');
    });
    await page.getByText('Drafted, 2 manuals').waitFor();
  });

  test('a place without a question is asked about from the internal FAQ with one click', async () => {
    const { page, call, id } = await startNarrative();
    await openPart(page, id, 'manuals');
    await writeAt(page, 'section[data-key="reference"] p', 'Limits');
    await runFromPalette(page, 'Could not be written yet');
    await untilTextFocused(page);
    await page.keyboard.type('What one shelf may carry');
    await page.getByText('Drafted, 1 manual, 1 unwritten').waitFor();
    await openPart(page, id, 'internalFaq');
    await page.getByRole('button', { name: 'Ask it here' }).click();
    await page.getByRole('heading', { name: 'What one shelf may carry' }).waitFor();
    await page.getByRole('button', { name: 'Manual, “What one shelf may carry”' }).waitFor();
    await eventually(async () => {
      const { parts } = await savedContent(call, id);
      expect(unwrittenBlocks(parts)).toMatchObject([
        { question: { number: 1, words: 'What one shelf may carry' } },
      ]);
    });
  });
});

async function startNarrative() {
  const dateline = await startDateline();
  const { id } = await dateline.call('narratives.create', { name: 'Shelfmark' });
  return { ...dateline, id };
}
