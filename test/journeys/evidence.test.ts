import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../core/api/client';
import { defaultExportOptions } from '../../core/api/shapes';
import { collectClaims } from '../../core/evidence/collectClaims';
import type { NarrativeId } from '../../core/narrative/meta';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, untilTextFocused, writeAt } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';

type Started = Dateline & { id: NarrativeId };
const sentence = 'A household in Leeds waits six days and pays £68 for the visit.';

/** A release with one sentence in its problem. */
async function startWithProblem(options = {}): Promise<Started> {
  const dateline = await startDateline(options);
  const { id } = await dateline.call('narratives.create', { name: 'Fairmend' });
  await openPart(dateline.page, id, 'release');
  await writeAt(dateline.page, 'section[data-key="problem"] p', sentence);
  return { ...dateline, id };
}

const card = (page: Page) => page.getByRole('form', { name: 'Source card' });
const tag = (page: Page, source: string) => page.getByRole('button', { name: `Evidence: ${source}` });

async function savedClaims(call: Call, id: NarrativeId) {
  const { state } = await call('narratives.open', { id });
  return collectClaims(readNarrativeDoc(decodeNarrativeDoc(new Uint8Array(Buffer.from(state, 'base64')))));
}

/** Marks the sentence by keys alone. */
async function markByKeys(page: Page, state: string, what: string): Promise<void> {
  await page.keyboard.press('Control+Shift+E');
  await card(page).waitFor();
  await page.getByRole('radio', { name: state, exact: true }).check();
  await card(page).getByLabel('What says so').fill(what);
  await page.keyboard.press('Enter');
  await card(page).waitFor({ state: 'detached' });
}

describe('evidence in the text', () => {
  test('the sentence at the caret is marked by key, its card opens by click, undo takes both back', async () => {
    const { page, call, id } = await startWithProblem();
    await markByKeys(page, 'Heard', 'Fourteen interviews');
    const drawn = tag(page, 'Heard: Fourteen interviews.');
    await drawn.waitFor();
    await eventually(async () => {
      const { claims } = await savedClaims(call, id);
      expect(claims).toMatchObject([
        { part: 'release', section: 'problem', words: sentence, record: { state: 'heard' } },
      ]);
    });
    await page.getByRole('button', { name: '1 claim: 1 heard' }).waitFor();

    await drawn.click();
    await card(page).getByLabel('Who').fill('Ines, research');
    await card(page).getByRole('button', { name: 'Keep' }).click();
    await tag(page, 'Heard: Fourteen interviews, Ines, research.').waitFor();

    await page.locator('.ProseMirror').press('Control+z');
    await tag(page, 'Heard: Fourteen interviews. Open').waitFor();
    await page.locator('.ProseMirror').press('Control+z');
    await expect.poll(() => page.locator('.dl-ev-tag').count()).toBe(0);
    await eventually(async () => expect(await savedClaims(call, id)).toEqual({ claims: [], orphans: [] }));
    await eventually(async () =>
      expect(await page.locator('section[data-key="problem"]').textContent()).toContain(sentence),
    );
  });

  test('Escape leaves the words unmarked and gives the caret back', async () => {
    const { page, call, id } = await startWithProblem();
    await page.keyboard.press('Control+Shift+E');
    await card(page).waitFor();
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
    await untilTextFocused(page);
    await page.keyboard.insertText(' Still here.');
    await expect
      .poll(() => page.locator('section[data-key="problem"]').textContent())
      .toContain(`${sentence} Still here.`);
    await eventually(async () =>
      expect(await page.locator('[data-evidence], .dl-ev-pending').count()).toBe(0),
    );
    await eventually(async () => expect(await savedClaims(call, id)).toEqual({ claims: [], orphans: [] }));
  });

  test('the list groups claims, jumps over parts and keeps cards whose words were deleted', async () => {
    const { page, call, id } = await startWithProblem();
    await markByKeys(page, 'Known', 'Invoices of 2020');
    await openPart(page, id, 'plan');
    await writeAt(page, 'p', 'Twenty repairers in the first month.');
    await markByKeys(page, 'Target', 'The plan of May');
    await page.getByRole('tab', { name: 'Evidence' }).click();
    await page.getByRole('region', { name: 'Target' }).getByText('Twenty repairers').waitFor();

    await page
      .getByRole('region', { name: 'Known' })
      .getByRole('button', { name: /A household/ })
      .click();
    await page.getByRole('main', { name: 'Press release' }).waitFor();
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('A household in Leeds');
    await untilTextFocused(page);
    await page.keyboard.press('Delete');
    await page.getByRole('region', { name: 'Cards without words' }).getByText('Invoices of 2020').waitFor();
    await eventually(async () => {
      const { claims, orphans } = await savedClaims(call, id);
      expect(claims.map(({ part }) => part)).toEqual(['plan']);
      expect(orphans).toMatchObject([{ what: 'Invoices of 2020' }]);
    });
  });
});

describe('evidence around the text', () => {
  test('tags are words, glyphs or nothing, and the choice is kept', async () => {
    const { page, call } = await startWithProblem();
    await markByKeys(page, 'Assumed', '');
    const word = page.locator('.dl-ev-word');
    await word.waitFor();
    const choose = async (look: string) => {
      await page.getByRole('button', { name: '1 claim: 1 assumed' }).click();
      await page.getByRole('menuitemradio', { name: look }).click();
    };
    await choose('Tags as glyphs');
    await word.waitFor({ state: 'hidden' });
    await page.locator('.dl-ev-tag').waitFor();
    await choose('No tags');
    await page.locator('.dl-ev-tag').waitFor({ state: 'hidden' });
    await eventually(async () => expect((await call('settings.read', {})).evidenceTags).toBe('off'));
  });

  test('exports carry the sources as footnotes, or no trace of them', async () => {
    const { page, call, id } = await startWithProblem();
    await markByKeys(page, 'Heard', 'Fourteen interviews');
    await eventually(async () => expect((await savedClaims(call, id)).claims).toHaveLength(1));
    const exported = async (format: 'md' | 'html', evidence: boolean) => {
      const options = { ...defaultExportOptions, evidence };
      const { data } = await call('exports.run', { id, format, options, job: `${format}-${evidence}` });
      return Buffer.from(data ?? '', 'base64').toString('utf8');
    };
    const [html, md] = [await exported('html', true), await exported('md', true)];
    expect(html).toMatch(/visit\.(?:<\/span>)?<sup>.*Heard: Fourteen interviews\./s);
    expect(md).toMatch(/visit\.\[\^e1\][\s\S]*\[\^e1\]: Heard: Fourteen interviews\./);
    for (const format of ['html', 'md'] as const) {
      const without = await exported(format, false);
      expect(without).not.toMatch(/Heard|interviews|dateline evidence|\[\^/);
    }
  });

  test.each(['light', 'dark'] as const)('card, tags and list are accessible, %s', async (colorScheme) => {
    const { page } = await startWithProblem({ colorScheme });
    await markByKeys(page, 'Heard', 'Fourteen interviews');
    await page.getByRole('tab', { name: 'Evidence' }).click();
    await page.getByRole('region', { name: 'Heard' }).waitFor();
    await expectAccessible(page, `evidence list, ${colorScheme}`);
    await tag(page, 'Heard').click();
    await card(page).waitFor();
    await expectAccessible(page, `source card, ${colorScheme}`);
  });
});

const file = (page: Page) => card(page).getByRole('region', { name: 'Attached file' });
const report = {
  name: 'Interviews März.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 hm'),
};

describe('a file on a source card', () => {
  /** Drops or pastes files onto the card, as a browser tells of it. */
  function give(page: Page, kind: 'drop' | 'paste', files: { name: string; text: string }[]) {
    return card(page).evaluate(
      (form, given) => {
        const data = new DataTransfer();
        for (const { name, text } of given.files) data.items.add(new File([text], name));
        const options = { bubbles: true, cancelable: true };
        const event =
          given.kind === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: data })
            : new ClipboardEvent('paste', { ...options, clipboardData: data });
        form.querySelector('input')?.dispatchEvent(event);
      },
      { kind, files },
    );
  }

  test('is attached by button, kept with the card, saved as a download, and told when it is gone', async () => {
    const { page, call, id, folder } = await startWithProblem();
    await page.keyboard.press('Control+Shift+E');
    await card(page).locator('input[type=file]').setInputFiles(report);
    await file(page).getByText('Interviews März.pdf').waitFor();
    await card(page).getByRole('button', { name: 'Keep' }).click();
    await tag(page, 'Assumed: see the attached file Interviews März.pdf.').click();

    const downloading = page.waitForEvent('download');
    await file(page).getByRole('button', { name: 'Save a copy' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('Interviews März.pdf');
    const copy = await readFile(await download.path(), 'utf8');
    expect(copy).toBe('%PDF-1.4 hm');
    await eventually(async () => {
      const { claims } = await savedClaims(call, id);
      expect(claims[0]?.record?.file).toEqual({
        name: 'Interviews März.pdf',
        size: 11,
        mime: 'application/pdf',
      });
    });

    await rm(join(folder, 'assets'), { recursive: true });
    await file(page).getByRole('button', { name: 'Save a copy' }).click();
    await card(page).getByText('“Interviews März.pdf” is not in the library any more.').waitFor();
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
  });

  test.each(['drop', 'paste'] as const)('is attached by %s; a second one is told', async (kind) => {
    const { page, call } = await startWithProblem();
    await page.keyboard.press('Control+Shift+E');
    await card(page).waitFor();
    await give(page, kind, [
      { name: 'table.csv', text: 'a,b' },
      { name: 'other.txt', text: 'more' },
    ]);
    await file(page).getByText('table.csv').waitFor();
    await card(page).getByText('only the first was attached').waitFor();
    await file(page).getByRole('button', { name: 'Take it off' }).press('Enter');
    // The keyboard goes on where the next file would be chosen.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Attach a file');
    // Nothing was imported by the window behind the card.
    const { total } = await call('library.list', { stage: 'all', sort: 'edited', offset: 0, limit: 1 });
    expect(total).toBe(1);
  });

  test('a card with a file fits into a low window, its buttons too', async () => {
    const { page } = await startWithProblem({ viewport: { width: 1024, height: 640 } });
    await page.keyboard.press('Control+Shift+E');
    await card(page).locator('input[type=file]').setInputFiles(report);
    await file(page).waitFor();
    await eventually(async () => {
      const keep = await card(page).getByRole('button', { name: 'Keep' }).boundingBox();
      expect((keep?.y ?? 640) + (keep?.height ?? 0)).toBeLessThanOrEqual(640);
    });
    await expectAccessible(page, 'source card with a file');
  });
});
