import { expect, test } from 'vitest';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, placeCaret } from './support/narrativePage';
import { startDateline } from './support/startDateline';
import { savedContent } from './support/writeNarrative';

test('a request and its response are written by keys, coloured and copied', async () => {
  const { page, call } = await startDateline({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await openPart(page, id, 'experience');
  await placeCaret(page.locator('[data-type="step"] > p'));
  await page.keyboard.type('/request');
  await page.getByRole('option', { name: 'Request and response' }).waitFor();
  await page.keyboard.press('Enter');
  const request = page.locator('.dl-code[data-role="request"]');
  await request.waitFor();
  await page.keyboard.type('GET /prices/54 HTTP/1.1');
  await expect.poll(() => request.locator('.dl-code-keyword').allTextContents()).toEqual(['GET']);

  await page.getByLabel('Language of the code').selectOption('json');
  await page.getByLabel('Side of a call').selectOption('response');
  await expect.poll(() => page.locator('.dl-code[data-role="response"]').count()).toBe(2);
  await page.getByLabel('Side of a call').selectOption('request');
  await page.getByLabel('Language of the code').selectOption('http');

  await page.getByLabel('Language of the code').selectOption('No language');
  await expect.poll(() => request.locator('.dl-code-keyword').count()).toBe(0);

  await page.getByRole('button', { name: 'Copy the request' }).press('Enter');
  await request.getByRole('status').getByText('Copied').waitFor();
  await eventually(async () =>
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('GET /prices/54 HTTP/1.1'),
  );
  await expectAccessible(page, 'code in a step');
  await eventually(async () => {
    const text = JSON.stringify((await savedContent(call, id)).parts.experience);
    expect(text).toContain('"role":"request"');
    expect(text).toContain('GET /prices/54 HTTP/1.1');
  });
});

test('code that may not be copied says so and stays as it is', async () => {
  const { page, call } = await startDateline();
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await openPart(page, id, 'plan');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('not here', 'NotAllowedError'));
  });
  await placeCaret(page.locator('.ProseMirror > p'));
  await page.keyboard.type('/code');
  await page.getByRole('option', { name: 'Code block' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('dateline serve');
  await page.getByRole('button', { name: 'Copy the code' }).click();
  await page.getByText(/^Not copied/).waitFor();
  await eventually(async () =>
    expect(await page.locator('.dl-code code').textContent()).toBe('dateline serve'),
  );
});
