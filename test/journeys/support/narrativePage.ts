import type { Page } from 'playwright-core';
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
  await page.locator(`.ProseMirror ${selector}`).first().click();
  await page.keyboard.insertText(text);
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
