import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { narrativeIdSchema } from '../../core/narrative/meta';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { savedWords } from './support/narrativePage';
import { startDateline } from './support/startDateline';

const text = `# Osterby launches Fairmend

*Know the price first*

**LEEDS, 14 September 2027** — Osterby today opened Fairmend, which names the price of a repair before anybody comes.

People wait six days for a repair and never know what it will cost. They take a day off, and then it is too expensive.

Fairmend shows the price first. It looks at a film of the fault and names three menders who would do it for that.

“We start with the price,” said Ada Moss, director of Osterby.

## FAQ

### Is it open today?

In Leeds.

### What are the biggest risks?

That a film lies.

## Our cafeteria

Soup on Mondays.
`;

/** Drops a file on the window, as from a folder. */
async function drop(page: Page, name: string) {
  await page.evaluate(
    ([fileName = '', content = '']) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'text/markdown' }));
      const event = { dataTransfer: transfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent('dragover', event));
      document.body.dispatchEvent(new DragEvent('drop', event));
    },
    [name, text],
  );
}

describe('the review of an import', () => {
  test('says what went where, and moves a paragraph by keys alone before the narrative is opened', async () => {
    const { page, call } = await startDateline();
    await page.setViewportSize({ width: 1024, height: 640 });
    await drop(page, 'fairmend.md');
    const review = page.getByRole('dialog', { name: 'Where everything went' });
    await review.waitFor();
    await review.getByText('It asks what colleagues ask').waitFor();
    await expectAccessible(page, 'the review of an import');
    const place = review.getByLabel('Place of “Soup on Mondays.”');
    await place.focus();
    await place.selectOption('release about');
    await review.getByText('Moved to Press release, About.').waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true),
    );
    await review.getByRole('button', { name: 'Open it' }).press('Enter');
    await review.waitFor({ state: 'hidden' });
    await page.waitForURL(/#\/n\//);
    const id = narrativeIdSchema.parse(/n\/([a-z0-9-]+)/.exec(page.url())?.[1]);
    await eventually(async () => expect(await savedWords(call, id, 'release')).toContain('Soup on Mondays.'));
  });
});
