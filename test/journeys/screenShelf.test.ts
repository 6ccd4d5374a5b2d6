import { expect, test } from 'vitest';
import { screensMap } from '../../core/narrative/recordMaps';
import { newScreen } from '../../core/screens/screenChanges';
import { drawnPng } from '../support/drawnPng';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, runFromPalette } from './support/narrativePage';
import { type DatelineOptions, startDateline } from './support/startDateline';
import { changeNarrative, savedContent } from './support/writeNarrative';

/** A narrative with two screens, one of which nobody described, and its shelf. */
async function startAtShelf(options: DatelineOptions = {}) {
  const dateline = await startDateline(options);
  const { page, call } = dateline;
  const { id } = await call('narratives.create', { name: 'Fairmend' });
  const data = drawnPng(160, 320).toString('base64');
  const { asset, width, height } = await call('assets.add', { fileName: 'film.png', data });
  const picture = { scene: '', svg: '', png: asset, width, height };
  await changeNarrative(call, id, (doc) => {
    screensMap(doc).set('film', { ...newScreen('film', 'Film the fault', 'picture'), picture });
    screensMap(doc).set('price', { ...newScreen('price', 'One price', ''), follows: 'film' });
  });
  await openPart(page, id, 'experience');
  await runFromPalette(page, 'Go to the screens');
  await page.getByRole('heading', { name: 'Screens', level: 1 }).waitFor();
  return { ...dateline, id, screens: async () => (await savedContent(call, id)).screens };
}

test('the shelf tells where screens stand, describes, duplicates and deletes them, and brings one back', async () => {
  const { page, screens } = await startAtShelf();
  const shelf = page.getByRole('list', { name: 'Screens', exact: true });
  await shelf.getByText('What is seen after “Film the fault”').waitFor();
  await eventually(async () => expect(await shelf.getByText('In no story yet').count()).toBe(2));
  await expectAccessible(page, 'the shelf of screens');

  await shelf.getByRole('button', { name: 'Describe it for those who cannot see it' }).press('Enter');
  const words = page.getByRole('dialog', { name: 'Name and description' });
  await words.getByLabel('What is to be seen?').fill('A phone films a drum.');
  await expectAccessible(page, 'name and description');
  await page.keyboard.press('Control+Enter');
  await shelf.getByRole('img', { name: 'A phone films a drum.' }).waitFor();

  await shelf.getByRole('button', { name: 'More for Film the fault' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Duplicate as next state' }).press('Enter');
  await shelf.getByRole('heading', { name: 'Film the fault, 2' }).waitFor();

  await shelf.getByRole('button', { name: 'More for One price' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await shelf.getByRole('heading', { name: 'One price' }).waitFor({ state: 'detached' });
  await eventually(async () => expect(await screens()).not.toHaveProperty('price'));
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await shelf.getByRole('heading', { name: 'One price' }).waitFor();
  await eventually(async () => expect(await screens()).toHaveProperty('price.title', 'One price'));
});

test('a screen of the shelf gets a place that leads to another one', async () => {
  const { page, screens } = await startAtShelf({ colorScheme: 'dark' });
  await expectAccessible(page, 'the shelf of screens in the dark');
  await page.getByRole('button', { name: 'More for Film the fault' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Places to press' }).press('Enter');
  const places = page.getByRole('dialog', { name: 'Places to press on “Film the fault”' });
  await places.getByRole('button', { name: 'Add a place' }).press('Enter');
  await places.getByRole('combobox', { name: 'Place 1 leads to' }).press('Enter');
  await page.getByRole('option', { name: 'One price' }).click();
  await page.keyboard.press('Escape');
  await places.waitFor({ state: 'detached' });
  await eventually(async () => expect((await screens()).film?.hotspots).toMatchObject([{ to: 'price' }]));
});

test('a new screen is begun from the shelf on an empty sheet, and is there though nothing was drawn', async () => {
  const { page } = await startAtShelf();
  await page.getByRole('button', { name: 'Draw a new screen' }).press('Enter');
  const picker = page.getByRole('dialog', { name: 'A screen' });
  await picker.getByRole('button', { name: 'Pending state' }).waitFor();
  await eventually(async () => expect(await picker.getByText('Show one again').count()).toBe(0));
  await expectAccessible(page, 'choosing a screen');
  await picker.getByRole('button', { name: 'Empty sheet' }).press('Enter');
  await page.getByRole('button', { name: 'Put on the sheet' }).and(page.locator(':enabled')).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Without a name' }).waitFor();
});
