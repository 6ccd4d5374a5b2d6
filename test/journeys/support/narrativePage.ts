import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Call } from '../../../core/api/client';
import type { NarrativeId } from '../../../core/narrative/meta';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { plainText } from '../../../core/narrative/plainText';
import { eventually } from '../../support/eventually';

/** Goes to a part the way the address bar does, and waits until its sheet is there. */
export async function openPart(page: Page, id: NarrativeId, part: PartKey): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/n/${id}/${part}`);
  await page.getByRole('main', { name: partDefinitions[part].title, exact: true }).waitFor();
}

/** Puts the caret into the first place that `selector` finds on the sheet and writes there. */
export async function writeAt(page: Page, selector: string, text: string): Promise<void> {
  await placeCaret(page.locator(`.ProseMirror ${selector}`).first());
  await page.keyboard.insertText(text);
}

/** Clicks into words of the sheet and waits until the caret stands there. */
export async function placeCaret(words: Locator, position?: { x: number; y: number }): Promise<void> {
  await words.click(position ? { position } : {});
  await eventually(async () => expect(await words.evaluate(holdsCaret)).toBe(true));
}

const holdsCaret = (element: Element): boolean =>
  document.activeElement?.contains(element) === true && element.contains(getSelection()?.anchorNode ?? null);

/** Waits until keys go to this element. */
export async function untilFocused(element: Locator): Promise<void> {
  await eventually(async () =>
    expect(await element.evaluate((node) => node === document.activeElement)).toBe(true),
  );
}

/** Waits until keys go to the text of the sheet. */
export const untilTextFocused = (page: Page): Promise<void> => untilFocused(page.locator('.ProseMirror'));

/** Finds a command by the first words of its title and runs it, all by keys. */
export async function runFromPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find or do anything' });
  await untilFocused(palette.getByRole('textbox', { name: 'Find or do anything' }));
  await page.keyboard.type(title);
  await palette.locator('[data-selected]').getByText(title, { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'hidden' });
}

/** The words of a part as the host would hand them to the next window. */
export async function savedWords(call: Call, id: NarrativeId, part: PartKey): Promise<string> {
  const { state } = await call('narratives.open', { id });
  const content = readNarrativeDoc(decodeNarrativeDoc(new Uint8Array(Buffer.from(state, 'base64'))));
  return plainText(content.parts[part]);
}

/** Waits until the host holds these words. */
export async function untilSaved(
  call: Call,
  id: NarrativeId,
  { part, words }: { part: PartKey; words: string },
): Promise<void> {
  await eventually(async () => {
    const saved = await savedWords(call, id, part);
    if (!saved.includes(words)) throw new Error(`Not saved yet: ${words}`);
  });
}
