import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Call } from '../../core/api/client';
import type { NarrativeId } from '../../core/narrative/meta';
import {
  decodeNarrativeDoc,
  type NarrativeContent,
  readNarrativeDoc,
} from '../../core/narrative/narrativeDoc';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, placeCaret, runFromPalette, untilFocused } from './support/narrativePage';
import { startDateline } from './support/startDateline';

async function startStory() {
  const dateline = await startDateline();
  const { id } = await dateline.call('narratives.create', { sample: 'consumer-app' });
  await openPart(dateline.page, id, 'experience');
  const strip = dateline.page.getByRole('region', { name: 'Storyboard' });
  await strip.waitFor();
  return { ...dateline, id, strip };
}

async function savedContent(call: Call, id: NarrativeId): Promise<NarrativeContent> {
  const { state } = await call('narratives.open', { id });
  return readNarrativeDoc(decodeNarrativeDoc(new Uint8Array(Buffer.from(state, 'base64'))));
}

const told = (page: Page) => page.getByRole('dialog').locator('[aria-live="polite"]').textContent();

test('a story of the sample is played from the palette by keys, and leads back into its text', async () => {
  const { page, strip } = await startStory();
  await eventually(async () => {
    const frames = await strip.getByRole('listitem').count();
    expect(frames).toBeGreaterThanOrEqual(6);
    expect(frames).toBeLessThanOrEqual(8);
  });
  await placeCaret(page.locator('.ProseMirror [data-type="step"] p').first());
  await runFromPalette(page, 'Play this story');
  await untilFocused(page.getByRole('dialog').getByRole('button', { name: 'Next', exact: true }));
  await eventually(async () => expect(await told(page)).toMatch(/^Frame 1 of \d+/));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await eventually(async () => expect(await told(page)).toMatch(/^Frame 3 of \d+/));
  await expectAccessible(page, 'a played story');
  await page.getByRole('button', { name: 'Go to this step' }).press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.className ?? '')).toContain('ProseMirror'),
  );
  await strip.locator('[aria-current="step"]').waitFor();
});

test('an arranged storyboard is saved, and undone in one step', async () => {
  const { page, call, id, strip } = await startStory();
  await strip.getByRole('button', { name: 'Arrange' }).click();
  const caption = page.getByRole('textbox', { name: 'Caption of frame 1' });
  await caption.fill('Saturday: a mark on the wall');
  await page.getByRole('button', { name: 'Keep this order' }).click();
  await strip.getByRole('button', { name: 'Frame 1: Saturday: a mark on the wall' }).waitFor();
  await eventually(async () => {
    const boards = Object.values((await savedContent(call, id)).storyboards);
    expect(boards[0]?.frames[0]?.caption).toBe('Saturday: a mark on the wall');
  });
  await placeCaret(page.locator('.ProseMirror [data-type="step"] p').first());
  await page.keyboard.press('Control+z');
  await eventually(async () => expect((await savedContent(call, id)).storyboards).toEqual({}));
});
