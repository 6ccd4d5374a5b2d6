import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare global {
  interface Window {
    axe: { run(options: unknown): Promise<AxeResults> };
  }
}

/** Fails with what axe finds serious or critical on the page as it stands, under WCAG 2.2 AA. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const axe = await readFile(axePath, 'utf8');
  // Evaluated from outside the page's own scripts, so the content security policy stays as it is.
  await page.evaluate(`${axe};0`);
  const results = await page.evaluate(() =>
    window.axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  );
  const serious = results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect(serious, `axe on ${screen}`).toEqual([]);
}
