import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { type Call, createClient } from '../../core/api/client';
import { decodeNarrativeFile } from '../../core/format/narrativeFile';
import { sectionText } from '../../core/narrative/plainText';
import { newLibraryFolder } from '../host/newHost';
import { launchChromium } from '../support/chromium';
import { openPart, savedWords, untilSaved, writeAt } from './support/narrativePage';
import { killableDateline } from './support/startKillable';

/** The host through the page's own session. */
function callFrom(page: Page): Call {
  return createClient((operation, input) =>
    page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json', 'x-dateline': '1' };
      return (await fetch('/api', { method: 'POST', headers, body })).json();
    }, JSON.stringify({ operation, input })),
  );
}

/** Follows what the host acknowledged, as updates that must outlive anything. */
function collectAcknowledged(page: Page): Y.Doc {
  const acknowledged = new Y.Doc();
  page.on('requestfinished', async (request) => {
    const message = request.postDataJSON() as { operation?: string; input?: { update?: string } } | null;
    if (message?.operation !== 'narratives.save') return;
    const answer = (await (await request.response())?.json()) as { ok?: boolean } | undefined;
    if (answer?.ok) Y.applyUpdateV2(acknowledged, Buffer.from(message.input?.update ?? '', 'base64'));
  });
  return acknowledged;
}

async function newPage(): Promise<() => Promise<Page>> {
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  return async () => (await browser.newContext()).newPage();
}

// One long story: each step needs the one before.
test('a Dateline killed in the middle of typing comes back with all it had acknowledged', async () => {
  const open = await newPage();
  const start = await killableDateline(await newLibraryFolder());
  const first = await start();
  const page = await open();
  const acknowledged = collectAcknowledged(page);
  await page.goto(first.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { id } = await callFrom(page)('narratives.create', { name: 'Fairmend' });
  await openPart(page, id, 'release');
  await writeAt(page, 'section[data-key="problem"] p', 'Said to be saved.');
  await untilSaved(callFrom(page), id, { part: 'release', words: 'Said to be saved.' });
  const typing = page.keyboard.type(' These words are typed while it dies, one by one.', { delay: 20 });
  await page.getByText('These words are').waitFor();
  await first.kill();
  await typing;
  await page.getByText(/^Not saved: Dateline has stopped/).waitFor();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy elsewhere' }).click();
  const copy = decodeNarrativeFile(await readFile(await (await downloading).path(), 'utf8'));
  expect(sectionText(copy.content.parts.release, 'problem')).toBe(
    'Said to be saved. These words are typed while it dies, one by one.',
  );

  const second = await start();
  const later = await open();
  await later.goto(second.url);
  await later.getByRole('heading', { level: 1 }).waitFor();
  const { state } = await callFrom(later)('narratives.open', { id });
  const kept = new Y.Doc();
  Y.applyUpdateV2(kept, Buffer.from(state, 'base64'));
  const missing = Y.diffUpdateV2(Y.encodeStateAsUpdateV2(acknowledged), Y.encodeStateVector(kept));
  const before = Y.encodeStateVector(kept);
  Y.applyUpdateV2(kept, missing);
  expect(Y.encodeStateVector(kept)).toEqual(before);
  const words = await savedWords(callFrom(later), id, 'release');
  expect(words).toContain('Said to be saved.');
});
