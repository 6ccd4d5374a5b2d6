import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { NarrativeId } from '../../core/narrative/meta';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, untilSaved, writeAt } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';
import { savedContent } from './support/writeNarrative';

const picturePath = fileURLToPath(
  new URL('../../templates/samples/consumer-app/1-wall.png', import.meta.url),
);
const picture = async () => ({ name: 'wall.png', mimeType: 'image/png', data: await readFile(picturePath) });

interface GivenFile {
  name: string;
  mimeType: string;
  data: Buffer;
}

type Manual = Dateline & { id: NarrativeId };

async function startManual(): Promise<Manual> {
  const dateline = await startDateline();
  const id = await create(dateline);
  await openPart(dateline.page, id, 'manuals');
  await writeAt(dateline.page, 'section[data-key="concepts"] p', 'The wall');
  return { ...dateline, id };
}

const create = async ({ call }: Dateline) => (await call('narratives.create', { name: 'Halftin' })).id;

/** Hands a file to the page the way a drag over the window, or a paste into the text, does. */
async function giveFile(page: Page, file: GivenFile, how: 'paste' | 'drop') {
  const given = { ...file, data: file.data.toString('base64'), how };
  await page.evaluate(({ name, mimeType, data, how: way }) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name, { type: mimeType }));
    const text = document.querySelector('.ProseMirror p');
    if (way === 'paste') {
      const event = { clipboardData: transfer, bubbles: true, cancelable: true };
      text?.dispatchEvent(new ClipboardEvent('paste', event));
      return;
    }
    const box = text?.getBoundingClientRect() ?? new DOMRect(10, 10);
    const event = {
      dataTransfer: transfer,
      bubbles: true,
      cancelable: true,
      clientX: box.x + 4,
      clientY: box.y + 4,
    };
    const target = text ?? document.body;
    target.dispatchEvent(new DragEvent('dragover', event));
    target.dispatchEvent(new DragEvent('drop', event));
  }, given);
}

/** Pictures of the sheet that are there and drawn, none taller than the sheet can show. */
async function untilShown(page: Page, count: number) {
  await page.waitForFunction((wanted) => {
    const shown = [...document.querySelectorAll<HTMLImageElement>('.ProseMirror img')];
    return (
      shown.length === wanted && shown.every(({ complete, naturalWidth }) => complete && naturalWidth > 0)
    );
  }, count);
}

/** Waits until the host holds these words in the manual, those about a picture too. */
async function untilStored({ call, id }: Manual, words: string) {
  await eventually(async () =>
    expect(JSON.stringify((await savedContent(call, id)).parts.manuals)).toContain(words),
  );
}

describe('pictures', () => {
  test.each(['paste', 'drop'] as const)('a picture that comes by %s is shown and kept', async (how) => {
    const dateline = await startManual();
    const { page } = dateline;
    await giveFile(page, await picture(), how);
    await untilShown(page, 1);
    const image = page.locator('.ProseMirror img');
    await eventually(async () =>
      expect(await image.evaluate(({ clientHeight }) => clientHeight)).toBeLessThanOrEqual(480),
    );
    await page.getByRole('button', { name: 'Keep' }).click();
    await untilStored(dateline, 'image');
    await page.reload();
    await untilShown(page, 1);
  });

  test('a picture is chosen from a file, and its description and caption are asked for', async () => {
    const dateline = await startManual();
    const { page } = dateline;
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Picture' }).click();
    await (await choosing).setFiles(picturePath);
    await untilShown(page, 1);
    await page.getByLabel('What does the picture show?').fill('A phone that shows a wall');
    await expectAccessible(page, 'the form of a picture');
    await page.getByLabel('Caption').fill('Which wall is it?');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.locator('.ProseMirror').getByText('Which wall is it?').waitFor();
    await untilStored(dateline, 'Which wall is it?');
    await page.reload();
    await page.locator('.ProseMirror').getByText('Which wall is it?').waitFor();
  });

  test('what only calls itself a picture is refused in words', async () => {
    const { page } = await startManual();
    const data = Buffer.from('no picture at all');
    await giveFile(page, { name: 'fake.png', mimeType: 'image/png', data }, 'paste');
    await page
      .getByRole('alert')
      .getByText(/picture/)
      .waitFor();
    await eventually(async () => expect(await page.locator('.ProseMirror img').count()).toBe(0));
  });
});

test('a text dropped on the window becomes a narrative of its own', async () => {
  const { page, call } = await startDateline();
  await page.getByLabel('Who is the customer?').waitFor();
  const data = Buffer.from('# Osterby launches Fairmend\n\n## Problem\n\nPeople buy new.\n');
  await giveFile(page, { name: 'old.md', mimeType: 'text/markdown', data }, 'drop');
  await page.getByRole('dialog').getByRole('button', { name: 'Open it' }).waitFor();
  const { counts } = await call('library.list', { stage: 'all', sort: 'edited', offset: 0, limit: 1 });
  expect(counts.all).toBe(1);
});

describe('samples', () => {
  test.each([/Larkmoor/, /Goods-in/, /Quernstone/])(
    '%s is whole, and its pages can be set',
    async (heading) => {
      const { page } = await startDateline();
      await page.getByRole('complementary').getByRole('button', { name: heading }).click();
      await page.waitForURL(/#\/n\//);
      const id = /n\/([a-z0-9-]+)/.exec(page.url())?.[1] ?? '';
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, `#/n/${id}/experience`);
      await page.getByRole('main', { name: 'Experience', exact: true }).waitFor();
      await page.locator('.ProseMirror [data-type="step"]').first().waitFor();
      // Pictures load when they are seen.
      const figures = await page.locator('.ProseMirror figure').all();
      for (const figure of figures) await figure.scrollIntoViewIfNeeded();
      await untilShown(page, figures.length);
      await page.keyboard.press('Control+e');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('img', { name: 'Page 1 of the PDF' }).waitFor();
      await eventually(async () =>
        expect(await dialog.getByText(/picture that is not|Picture missing/).count()).toBe(0),
      );
    },
  );
});

test('an export is stopped half way and says that nothing is left behind', async () => {
  const { page } = await startDateline();
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /Larkmoor/ })
    .click();
  await page.locator('.ProseMirror').waitFor();
  // The answer is held back, as a long narrative would hold it; the stop itself goes through.
  await page.route('**/api', async (route) => {
    if (route.request().postDataJSON()?.operation === 'exports.run') await stopAsked;
    await route.continue();
  });
  let tellStop = () => {};
  const stopAsked = new Promise<void>((resolve) => {
    tellStop = resolve;
  });
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save PDF' }).click();
  await dialog.getByRole('button', { name: 'Stop here' }).click();
  tellStop();
  await dialog.getByText('Stopped. No half file is left.').waitFor();
});

describe('a second window', () => {
  test('hears what the first one writes, renames and throws away', async () => {
    const { page, openWindow, call, id } = await startManual();
    await untilSaved(call, id, { part: 'manuals', words: 'The wall' });
    const other = await openWindow();
    await other
      .getByRole('link', { name: /Continue|Start/ })
      .first()
      .waitFor();
    await openPart(other, id, 'manuals');
    await other.locator('.ProseMirror').getByText('The wall').waitFor();
    await page.keyboard.insertText(' has a mark');
    await other.locator('.ProseMirror').getByText('The wall has a mark').waitFor();

    await page.getByRole('button', { name: 'Back to the library' }).click();
    await page
      .getByRole('button', { name: /^More about/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
    await other
      .getByRole('alert')
      .getByText(/trash|gone/i)
      .first()
      .waitFor();
  });
});
