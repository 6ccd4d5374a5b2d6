import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { screensMap } from '../../core/narrative/recordMaps';
import { eventually } from '../support/eventually';
import { builtRenderer } from './support/builtRenderer';
import { openPart } from './support/narrativePage';
import { type Dateline, startDateline } from './support/startDateline';
import { changeNarrative, savedContent, writePart } from './support/writeNarrative';

const screen = {
  id: 'sign-in',
  title: 'Sign in',
  alt: 'One field and one button.',
  template: '',
  picture: null,
  versions: [],
  hotspots: [],
  follows: '',
  changedAt: '',
  changedBy: '',
};

/** A narrative with one screen, in the text of its experience, that nobody has drawn yet. */
async function narrativeWithScreen({ call }: Dateline) {
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  await changeNarrative(call, id, (doc) => {
    screensMap(doc).set(screen.id, screen);
    const content = [
      { type: 'title' as const, content: [{ type: 'text' as const, text: 'Amira signs in' }] },
      { type: 'screen' as const, attrs: { id: screen.id } },
    ];
    writePart(doc, 'experience', [{ type: 'useCase', attrs: { id: 'amira' }, content }]);
  });
  return id;
}

async function openDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Draw it' }).first().click();
  await page.waitForFunction(() => document.activeElement?.closest('.excalidraw') !== null);
}

async function drawAt(page: Page, x: number): Promise<void> {
  await page.bringToFront();
  await page.keyboard.press('r');
  await page.mouse.move(x, 300);
  await page.mouse.down();
  await page.mouse.move(x + 200, 420, { steps: 4 });
  await page.mouse.up();
  await page.getByText('Not kept yet').waitFor();
}

const deskIsClosed = (page: Page) => page.locator('.excalidraw').waitFor({ state: 'detached' });

describe('a screen that two windows draw at the same time', () => {
  it('shows the later drawing and keeps the other as an earlier version', async () => {
    const dateline = await startDateline();
    const id = await narrativeWithScreen(dateline);
    const { page, call } = dateline;
    const other = await dateline.openWindow();
    for (const window of [page, other]) {
      await openPart(window, id, 'experience');
      // Before anybody draws: a drawing is also kept by itself, and then this would be another story.
      await openDesk(window);
    }
    await drawAt(other, 500);
    await other.keyboard.press('Control+Enter');
    await deskIsClosed(other);
    await eventually(async () => {
      expect((await savedContent(call, id)).screens[screen.id]?.picture).toBeTruthy();
    });
    const theirs = (await savedContent(call, id)).screens[screen.id]?.picture;

    // Behind the desk the text shows their drawing as soon as it has arrived.
    await page.locator('#root figure img').first().waitFor({ state: 'attached' });
    await drawAt(page, 700);
    await page.keyboard.press('Control+Enter');
    await page.getByText('was changed in another window meanwhile').waitFor();
    await page.getByRole('button', { name: 'Keep both' }).click();
    await deskIsClosed(page);
    await eventually(async () => {
      const kept = (await savedContent(call, id)).screens[screen.id];
      expect(kept?.versions.map(({ png }) => png)).toEqual([theirs?.png]);
      expect(kept?.picture?.png).not.toBe(theirs?.png);
    });
  });
});

describe('commands of native menus', () => {
  it('wait while a drawing covers the window, and are answered again afterwards', async () => {
    const dateline = await startDateline();
    const id = await narrativeWithScreen(dateline);
    const { page } = dateline;
    const choose = await menuOf(page);
    await openPart(page, id, 'experience');
    await openDesk(page);
    choose('narrative.export');
    choose('go.thread');
    // What is told after them has arrived, so they have, too.
    await changeNarrative(dateline.call, id, (doc) => {
      screensMap(doc).set(screen.id, { ...screen, title: 'Sign up' });
    });
    await page.locator('#root').getByText('Sign up').first().waitFor({ state: 'attached' });
    await eventually(async () =>
      expect(await page.evaluate(() => window.location.hash)).toBe(`#/n/${id}/experience`),
    );
    await eventually(async () => expect(await page.getByRole('dialog').count()).toBe(1));
    await page.keyboard.press('Control+Enter');
    await deskIsClosed(page);
    choose('go.thread');
    await page.getByRole('heading', { name: 'The golden thread', level: 1 }).waitFor();
  });
});

/** Loads the page anew with a native menu: what is chosen there reaches the page as its shell would tell it. */
async function menuOf(page: Page): Promise<(command: string) => void> {
  let tell = (_message: string) => {};
  await page.routeWebSocket(/./, (socket) => {
    socket.connectToServer();
    tell = (message) => socket.send(message);
  });
  await page.reload();
  return (command) => tell(JSON.stringify({ event: 'menu.command', data: { command } }));
}

describe('a window that does not draw', () => {
  it('asks for nothing of the drawing board', async () => {
    const dateline = await startDateline();
    const id = await narrativeWithScreen(dateline);
    const asked: string[] = [];
    dateline.page.on('request', (request) => asked.push(request.url()));
    await dateline.page.reload();
    await openPart(dateline.page, id, 'experience');
    await dateline.page.getByRole('button', { name: 'Draw it' }).first().waitFor();
    expect(asked.filter((url) => /\/Drawing-|excalidraw/.test(url))).toEqual([]);
  });

  it('loads no script that holds it, first or later', async () => {
    const folder = join(await builtRenderer(), 'bundle');
    const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const text = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    const holders = names.filter((name) => text.get(name)?.includes('excalidraw__canvas'));
    expect(holders).toHaveLength(1);
    const importers = names.filter((name) => isStaticImport(text.get(name) ?? '', holders[0] ?? ''));
    // What Excalidraw splits off itself comes after it; nothing else may bring it along.
    for (const name of importers) expect(text.get(name)).not.toMatch(/createRoot|NarrativeScreen/);
    expect(readFileSync(join(folder, '../index.html'), 'utf8')).not.toContain(holders[0]);
    for (const [name, source] of text) expect(source, name).not.toMatch(/esm\.sh/);
  });
});

/** True when a script cannot be loaded without the other one. */
function isStaticImport(source: string, name: string): boolean {
  const escaped = name.replaceAll('.', '\\.');
  return new RegExp(`(?:from|import)\\s*["']\\./${escaped}["']`).test(source);
}
