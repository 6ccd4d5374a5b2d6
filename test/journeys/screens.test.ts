import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { NarrativeId } from '../../core/narrative/meta';
import { screensMap } from '../../core/narrative/recordMaps';
import type { RichNode } from '../../core/narrative/richText';
import { newScreen } from '../../core/screens/screenChanges';
import type { ScreenRecord } from '../../core/screens/screenRecord';
import { screenUses } from '../../core/screens/screenUses';
import { drawnPng } from '../support/drawnPng';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, placeCaret, runFromPalette, untilFocused } from './support/narrativePage';
import { type Dateline, type DatelineOptions, startDateline } from './support/startDateline';
import { changeNarrative, savedContent, writePart } from './support/writeNarrative';

type Started = Dateline & { id: NarrativeId };

const text = (type: RichNode['type'], words: string): RichNode => ({
  type,
  content: [{ type: 'text', text: words }],
});
const step = (id: string, title: string, ...blocks: RichNode[]): RichNode => ({
  type: 'step',
  attrs: { id },
  content: [text('title', title), text('paragraph', `${title}, and waits.`), ...blocks],
});
const screenBlock = (id: string): RichNode => ({ type: 'screen', attrs: { id } });

/** A narrative with one use case of these steps, and these screens. */
async function startWithStory(
  steps: readonly RichNode[],
  screens: readonly ScreenRecord[] = [],
  options: DatelineOptions = {},
): Promise<Started> {
  const dateline = await startDateline(options);
  const { id } = await dateline.call('narratives.create', { name: 'Fairmend' });
  await changeNarrative(dateline.call, id, (doc) => {
    const content = [text('title', 'Amira gets a price'), ...steps];
    writePart(doc, 'experience', [{ type: 'useCase', attrs: { id: 'amira' }, content }]);
    for (const screen of screens) screensMap(doc).set(screen.id, screen);
  });
  await openPart(dateline.page, id, 'experience');
  return { ...dateline, id };
}

/** A screen whose picture lies in the library. */
async function withPicture(
  { call }: Pick<Dateline, 'call'>,
  id: string,
  title: string,
): Promise<ScreenRecord> {
  const { asset, width, height } = await call('assets.add', {
    fileName: `${id}.png`,
    data: drawnPng(160, 320).toString('base64'),
  });
  return {
    ...newScreen(id, title, 'picture'),
    alt: `${title}, drawn`,
    picture: { scene: '', svg: '', png: asset, width, height },
  };
}

const figure = (page: Page, index = 0) => page.locator('figure[data-type="screen"]').nth(index);
const done = (page: Page) => page.getByRole('button', { name: 'Done', exact: true });
const words = (page: Page) => page.getByRole('form', { name: 'Name and description' });
const firstWords = (page: Page) => page.locator('[data-type="step"] > p').first();

/** Waits until the desk can be drawn on. */
const untilDrawable = (page: Page) =>
  page.getByRole('button', { name: 'Put on the sheet' }).and(page.locator(':enabled')).waitFor();

/** Puts a phone into the first step, keeps it as it is and says what is to be seen, all by keys. */
async function insertPhone(page: Page, { name, alt }: { name: string; alt: string }): Promise<void> {
  await placeCaret(firstWords(page));
  await runFromPalette(page, 'Insert a screen');
  const phone = page.getByRole('dialog', { name: 'A screen' }).getByRole('button', { name: 'Phone' });
  await phone.focus();
  await page.keyboard.press('Enter');
  await untilDrawable(page);
  await page.keyboard.press('Control+Enter');
  await untilFocused(words(page).getByLabel('What is to be seen?'));
  await page.keyboard.insertText(alt);
  await words(page).getByLabel('Name').fill(name);
  await page.keyboard.press('Control+Enter');
  await words(page).waitFor({ state: 'detached' });
}

/** Plays the story by arrow keys until a picture is seen, and leaves it. */
async function playUntil(page: Page, alt: string): Promise<void> {
  await runFromPalette(page, 'Play this story');
  const story = page.getByRole('dialog', { name: 'Amira gets a price' });
  await story.waitFor();
  const played = story.getByRole('img', { name: alt });
  await eventually(async () => {
    if ((await played.count()) === 0) await page.keyboard.press('ArrowRight');
    expect(await isLoaded(played)).toBe(true);
  });
  await page.keyboard.press('Escape');
  await story.waitFor({ state: 'detached' });
}

/** Draws a box on the desk. */
async function drawBox(page: Page): Promise<void> {
  await page.keyboard.press('r');
  await page.mouse.move(600, 400);
  await page.mouse.down();
  await page.mouse.move(700, 460, { steps: 3 });
  await page.mouse.up();
}

test('a mock-up is chosen, drawn on, kept, described and played by keys, and undone in as many steps', async () => {
  const { page, call, id } = await startWithStory([step('s1', 'She films the fault')]);
  await insertPhone(page, { name: 'Tonight’s bread', alt: 'A phone with tonight’s bread.' });
  const picture = figure(page).getByRole('img', { name: 'A phone with tonight’s bread.' });
  await eventually(async () => expect(await isLoaded(picture)).toBe(true));
  await figure(page).locator('figcaption').getByText('Tonight’s bread').waitFor();
  await expectAccessible(page, 'the experience with a screen');
  await eventually(async () => {
    const content = await savedContent(call, id);
    const [use] = screenUses(content);
    expect(use?.places).toMatchObject([{ part: 'experience', step: 's1' }]);
    expect(content.screens[use?.screenId ?? '']).toMatchObject({
      title: 'Tonight’s bread',
      alt: 'A phone with tonight’s bread.',
      template: 'phone',
      versions: [],
    });
  });

  await playUntil(page, 'A phone with tonight’s bread.');

  await placeCaret(firstWords(page));
  await page.keyboard.press('Control+z');
  await figure(page).getByRole('button', { name: 'Describe it: Phone' }).waitFor();
  await page.keyboard.press('Control+z');
  await figure(page).getByText('Not drawn yet').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => figure(page).count()).toBe(0);
  await eventually(async () => expect((await savedContent(call, id)).screens).toEqual({}));
});

test('a selected screen is drawn on by Enter and taken out by its menu, and stays on the shelf', async () => {
  const { page, call, id } = await startWithStory([step('s1', 'She films', screenBlock('film'))]);
  const film = await withPicture({ call }, 'film', 'Film the fault');
  await changeNarrative(call, id, (doc) => void screensMap(doc).set('film', film));
  await figure(page).getByRole('img', { name: 'Film the fault, drawn' }).waitFor();

  await placeCaret(firstWords(page));
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Drawing “Film the fault”' }).waitFor();
  await untilDrawable(page);
  await drawBox(page);
  await done(page).click();
  await page.getByRole('dialog', { name: 'Drawing “Film the fault”' }).waitFor({ state: 'detached' });

  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Take it out of the text' }).press('Enter');
  await expect.poll(() => figure(page).count()).toBe(0);
  await runFromPalette(page, 'Go to the screens');
  await page.getByText('In no story yet').waitFor();
  await eventually(async () => {
    const { screens } = await savedContent(call, id);
    expect(screens.film?.versions).toMatchObject([{ png: film.picture?.png }]);
  });
});

test('one screen stands in two places, and a version that is taken shows in both', async () => {
  const { page, call, id } = await startWithStory([step('s1', 'She films'), step('s2', 'She reads')], [], {
    expectedErrors: /404/,
  });
  const old = await withPicture({ call }, 'film', 'Film the fault');
  const versions = [
    {
      scene: '',
      svg: '',
      png: 'gone-1.png',
      width: 10,
      height: 20,
      savedAt: '2026-11-01T10:00:00.000Z',
      savedBy: 'Ada',
    },
  ];
  await changeNarrative(call, id, (doc) => void screensMap(doc).set('film', { ...old, versions }));
  for (const index of [0, 1]) {
    await placeCaret(page.locator('[data-type="step"] > p').nth(index));
    await runFromPalette(page, 'Insert a screen');
    await page.getByRole('button', { name: 'Film the fault', exact: true }).press('Enter');
    await figure(page, index).getByRole('img', { name: 'Film the fault, drawn' }).waitFor();
  }
  await figure(page, 1).getByRole('button', { name: 'More for Film the fault' }).click();
  await page.getByRole('menuitem', { name: '1 earlier version' }).press('Enter');
  const earlier = page.getByRole('dialog', { name: 'Earlier versions of “Film the fault”' });
  await expectAccessible(page, 'earlier versions');
  await earlier.getByRole('button', { name: /Take this one/ }).press('Enter');
  for (const index of [0, 1]) {
    await figure(page, index).scrollIntoViewIfNeeded();
    await figure(page, index).getByText('is not in the library any more').waitFor();
  }
  await eventually(async () =>
    expect((await savedContent(call, id)).screens.film?.versions).toMatchObject([{ png: old.picture?.png }]),
  );
}, 120_000);

test('a picture that was deleted on disk, and a screen that is gone, say so in their place', async () => {
  const { page, call, id, folder } = await startWithStory(
    [step('s1', 'She films', screenBlock('film')), step('s2', 'She reads', screenBlock('nobody'))],
    [],
    { expectedErrors: /404/ },
  );
  const film = await withPicture({ call }, 'film', 'Film the fault');
  await rm(join(folder, 'assets', film.picture?.png ?? ''));
  await changeNarrative(call, id, (doc) => void screensMap(doc).set('film', film));
  await figure(page).getByText('The picture of this screen is not in the library any more.').waitFor();
  await figure(page, 1).getByText('This screen is not in this narrative any more.').waitFor();
  await figure(page).getByRole('button', { name: 'Draw it anew: Film the fault' }).waitFor();
  await figure(page, 1)
    .getByRole('button', { name: /Replace it/ })
    .press('Enter');
  const picker = page.getByRole('dialog', { name: 'A screen' });
  await picker.getByRole('button', { name: 'Its picture is gone Film the fault' }).press('Enter');
  await eventually(async () => {
    const uses = screenUses(await savedContent(call, id));
    expect(uses.map(({ screenId, places }) => [screenId, places.length])).toEqual([['film', 2]]);
  });
});

test('a picture of the text becomes a screen to draw on', async () => {
  const { page, call, id } = await startWithStory([step('s1', 'She films')]);
  const { asset } = await call('assets.add', {
    fileName: 'photo.png',
    data: drawnPng(160, 320).toString('base64'),
  });
  await changeNarrative(call, id, (doc) =>
    writePart(doc, 'experience', [
      {
        type: 'useCase',
        attrs: { id: 'amira' },
        content: [
          step('s1', 'She films', { type: 'image', attrs: { asset, alt: 'A drum', caption: 'The drum' } }),
        ],
      },
    ]),
  );
  await page.getByRole('img', { name: 'A drum' }).dblclick();
  await page.getByRole('button', { name: 'Draw on it' }).click();
  await page.getByRole('dialog', { name: 'Drawing “The drum”' }).waitFor();
  await untilDrawable(page);
  await done(page).click();
  await figure(page).getByRole('img', { name: 'A drum' }).waitFor();
  await eventually(async () => {
    const [screen] = Object.values((await savedContent(call, id)).screens);
    expect(screen).toMatchObject({ title: 'The drum', alt: 'A drum', template: 'picture' });
  });
});

const isLoaded = (picture: ReturnType<Page['locator']>) =>
  picture.evaluate((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0);
