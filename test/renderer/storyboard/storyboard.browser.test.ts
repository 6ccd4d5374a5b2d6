import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { Hotspot } from '../../../core/screens/screenRecord';
import { expectAccessible } from '../../journeys/support/expectAccessible';
import { untilFocused } from '../../journeys/support/narrativePage';
import { eventually } from '../../support/eventually';
import { type Harness, openHarness } from '../editor/harnessPage';
import { drawnScreen, storyOf } from './stories';

let harness: Harness;
let page: Page;

beforeAll(async () => {
  harness = await openHarness(resolve(import.meta.dirname, 'harness.tsx'));
  page = harness.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.route('**/assets/*', (route) =>
    route.request().url().includes('gone')
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body: picture, contentType: 'image/svg+xml' }),
  );
});
afterAll(() => harness.close());

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640"/>';

const place = (id: string, more: Partial<Hotspot>): Hotspot => ({
  id,
  x: 0.1,
  y: 0.1,
  width: 0.2,
  height: 0.1,
  label: '',
  to: '',
  ...more,
});

const sixSteps = [
  { id: 's1', title: 'She finds a bakery', words: 'The nearest is first.', screens: ['find'] },
  { id: 's2', title: 'She chooses a rye', screens: ['choose'] },
  { id: 's3', title: 'The bakery is asked', screens: ['ask'] },
  { id: 's4', title: 'A code arrives', screens: ['code'] },
  { id: 's5', title: 'She shows the code', screens: ['undrawn'] },
  { id: 's6', title: 'She is late', screens: ['gone'] },
];

const story = storyOf({
  facts: { who: 'Amira', when: 'Thursday, 20:10', goal: 'Bread in the morning', ending: 'A warm rye' },
  steps: sixSteps,
  screens: [
    drawnScreen('find', 'Find a bakery', {
      hotspots: [
        place('low', { label: 'Find', to: 'code', y: 0.8 }),
        place('high', { to: 'settings' }),
        place('dead', { label: 'Nowhere', to: 'no such screen', y: 0.5 }),
      ],
    }),
    drawnScreen('choose', 'Tonight’s bread'),
    drawnScreen('ask', 'Asking'),
    drawnScreen('code', 'The code'),
    drawnScreen('settings', 'Settings'),
    drawnScreen('gone', 'Chat'),
    drawnScreen('undrawn', 'The counter', { picture: null }),
  ],
});

const open = (content: NarrativeContent = story, more: { scheme?: 'light' | 'dark'; screen?: string } = {}) =>
  page.evaluate(
    ([given, options]) => {
      window.storyboard.went = [];
      window.storyboard.places = [];
      window.storyboard.kept = [];
      window.storyboard.open({ content: given, useCase: 'story', ...options });
    },
    [content, more] as const,
  );

beforeEach(() => open());

const dialog = () => page.getByRole('dialog');
const words = () => dialog().locator('[aria-live="polite"]');
const next = () => dialog().getByRole('button', { name: 'Next', exact: true });

async function play(): Promise<void> {
  await page.getByRole('button', { name: 'Play the story' }).click();
  await untilFocused(next());
}

/** Waits until the story says this. */
const untilTold = (said: string) =>
  eventually(async () => expect(await words().textContent()).toContain(said));

async function expectFrame(number: number, caption: string): Promise<void> {
  await eventually(async () => {
    const told = await words().textContent();
    expect(told).toContain(`Frame ${number} of 9`);
    expect(told).toContain(caption);
  });
}

test('a story of six steps with screens is played from its beginning to its end by arrow keys alone', async () => {
  await page.getByRole('button', { name: 'Play the story' }).focus();
  await page.keyboard.press('Enter');
  await untilFocused(next());
  const captions = [
    'Thursday, 20:10',
    'Bread in the morning',
    ...sixSteps.map(({ title }) => title),
    'A warm rye',
  ];
  for (const [index, caption] of captions.entries()) {
    await expectFrame(index + 1, caption);
    await page.keyboard.press('ArrowRight');
  }
  await expectFrame(9, 'A warm rye');
  await page.keyboard.press('ArrowLeft');
  await expectFrame(8, 'She is late');
  await page.keyboard.press('Home');
  await expectFrame(1, 'Thursday');
  await page.keyboard.press('ArrowLeft');
  await expectFrame(1, 'Thursday');
  await page.keyboard.press('End');
  await expectFrame(9, 'A warm rye');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('Space tells on, also from the button that is focused, and only once', async () => {
  await play();
  await page.keyboard.press(' ');
  await expectFrame(2, 'Bread in the morning');
  await dialog().locator('[aria-live]').click();
  await page.keyboard.press(' ');
  await expectFrame(3, 'She finds a bakery');
});

test('a frame shows its screen by its description, and says what is not drawn or lost', async () => {
  await play();
  await dialog().getByRole('button', { name: 'Frame 3:' }).click();
  await dialog().getByRole('img', { name: 'Find a bakery, drawn' }).waitFor();
  await dialog().getByRole('button', { name: 'Frame 7:' }).click();
  await dialog().getByText('Not drawn yet.').waitFor();
  await dialog().getByRole('button', { name: 'Frame 8:' }).click();
  await dialog().getByText('Its file is no longer in the library.').waitFor();
});

test('a step without a screen shows its call, which can be scrolled by keys', async () => {
  const call: [string, string] = ['GET /price', '{ "price": 54 }\n'.repeat(80)];
  await open(storyOf({ steps: [{ id: 'a', title: 'She asks for a price', call }], screens: [] }));
  await page.getByRole('button', { name: 'Play the story' }).click();
  const code = dialog().getByRole('region', { name: 'Code' });
  await code.getByText('GET /price').waitFor();
  await code.getByText('Response').waitFor();
  await code.focus();
  await page.keyboard.press('PageDown');
  await eventually(async () => expect(await code.evaluate((node) => node.scrollTop)).toBeGreaterThan(0));
  await expectAccessible(page, 'a frame with code');
});

test('places on a screen lead on: to the frame of their screen, or beside the story and back', async () => {
  await play();
  await dialog().getByRole('button', { name: 'Frame 3:' }).click();
  await expectFrame(3, 'She finds a bakery');
  await dialog().getByRole('button', { name: 'Go to Settings' }).waitFor();
  await eventually(async () =>
    expect(await dialog().getByRole('button', { name: 'Nowhere' }).count()).toBe(0),
  );
  await dialog().getByRole('button', { name: 'Go to Settings' }).press('Enter');
  await untilTold('Beside the story');
  await dialog().getByRole('img', { name: 'Settings, drawn' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await expectFrame(3, 'She finds a bakery');
  await dialog().getByRole('button', { name: 'Find', exact: true }).click();
  await expectFrame(6, 'A code arrives');
});

test('places are reached in the order of reading', async () => {
  await play();
  await dialog().getByRole('button', { name: 'Frame 3:' }).click();
  await expectFrame(3, 'She finds a bakery');
  await dialog().getByRole('button', { name: 'Close the story' }).focus();
  await page.keyboard.press('Tab');
  await untilFocused(dialog().getByRole('button', { name: 'Go to Settings' }));
  await page.keyboard.press('Tab');
  await untilFocused(dialog().getByRole('button', { name: 'Find', exact: true }));
});

test('keys still tell the story on after a place took the focus and went away', async () => {
  await play();
  await dialog().getByRole('button', { name: 'Frame 3:' }).click();
  await dialog().getByRole('button', { name: 'Go to Settings' }).press('Enter');
  await untilTold('Beside the story');
  await page.keyboard.press('ArrowRight');
  await expectFrame(4, 'She chooses a rye');
});

test('a frame leads to its step in the text', async () => {
  await play();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await dialog().getByRole('button', { name: 'Go to this step' }).click();
  await dialog().waitFor({ state: 'detached' });
  await eventually(async () => expect(await page.evaluate(() => window.storyboard.went)).toEqual(['s6']));
});

test('the strip shows where the text stands, and asks where nobody wrote', async () => {
  const strip = page.getByRole('region', { name: 'Storyboard' });
  await eventually(async () => expect(await strip.getByRole('listitem').count()).toBe(8));
  await strip.getByRole('button', { name: 'Frame 3: She chooses a rye' }).click();
  await eventually(async () =>
    expect(await strip.locator('[aria-current="step"]').textContent()).toContain('She chooses a rye'),
  );
  await open(storyOf({ steps: [], screens: [] }));
  await strip.getByRole('button', { name: 'Frame 6: What brings them back?' }).waitFor();
  await strip.getByRole('button', { name: 'Play the story' }).and(page.locator(':disabled')).waitFor();
});

test('nothing moves for people who asked for that', async () => {
  await play();
  await dialog().getByRole('button', { name: 'Frame 3:' }).click();
  await dialog().getByRole('img', { name: 'Find a bakery, drawn' }).waitFor();
  // One that has begun is not waited for.
  const running = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 0),
  );
  expect(running).toHaveLength(0);
});

const kept = async () => (await page.evaluate(() => window.storyboard.places)).at(-1) ?? [];
const boxOf = (hotspots: readonly Hotspot[], index: number) => {
  const { x = 0, y = 0, width = 0, height = 0 } = hotspots[index] ?? {};
  return [x, y, width, height].map((share) => Math.round(share * 100));
};

async function editPlaces(screen: string): Promise<void> {
  await open(story, { screen });
  await page.getByRole('button', { name: 'Edit places' }).click();
  await dialog().waitFor();
}

test('places are added, moved, sized, named, led on and taken away by keys', async () => {
  await editPlaces('choose');
  await dialog().getByRole('button', { name: 'Add a place' }).press('Enter');
  await untilFocused(dialog().getByRole('button', { name: 'Place 1', exact: true }));
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown'])
    await page.keyboard.press(key);
  await dialog().getByRole('textbox', { name: 'Words of place 1' }).fill('Keep');
  await dialog().getByRole('combobox', { name: 'Place 1 leads to' }).press('Enter');
  await page.getByRole('option', { name: 'The code' }).click();
  await dialog().getByRole('button', { name: 'Add a place' }).press('Enter');
  await untilFocused(dialog().getByRole('button', { name: 'Place 2', exact: true }));
  await page.keyboard.press('Delete');
  await untilFocused(dialog().getByRole('button', { name: 'Place 1: Keep' }));
  await dialog().getByRole('button', { name: 'Done' }).press('Enter');
  await dialog().waitFor({ state: 'detached' });
  await eventually(async () => {
    const hotspots = await kept();
    expect(hotspots).toMatchObject([{ label: 'Keep', to: 'code' }]);
    expect(boxOf(hotspots, 0)).toEqual([42, 44, 21, 11]);
  });
});

test('places are drawn, moved and sized with the pointer', async () => {
  await editPlaces('choose');
  const image = dialog().getByRole('img', { name: 'Tonight’s bread, drawn' });
  await image.waitFor();
  const area = await image.boundingBox();
  if (!area) throw new Error('The picture is not there.');
  const drag = async (from: [number, number], to: [number, number]) => {
    const at = ([x, y]: [number, number]): [number, number] => [
      area.x + x * area.width,
      area.y + y * area.height,
    ];
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at(to), { steps: 4 });
    await page.mouse.up();
  };
  await drag([0.5, 0.5], [0.2, 0.2]);
  await dialog().getByRole('button', { name: 'Place 1', exact: true }).waitFor();
  await drag([0.3, 0.3], [0.4, 0.5]);
  await drag([0.6, 0.7], [0.8, 0.9]);
  await drag([0.95, 0.95], [0.951, 0.951]);
  await dialog().getByRole('button', { name: 'Done' }).click();
  await dialog().waitFor({ state: 'detached' });
  await eventually(async () => {
    const hotspots = await kept();
    expect(hotspots).toHaveLength(1);
    expect(boxOf(hotspots, 0)).toEqual([30, 40, 50, 50]);
  });
});

test('looking at places changes nothing, and Escape keeps what was changed', async () => {
  await editPlaces('find');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await eventually(async () => expect(await page.evaluate(() => window.storyboard.places)).toEqual([]));
  await editPlaces('find');
  await dialog().getByText('The screen it led to is gone. Where should it lead?').waitFor();
  await dialog().getByRole('button', { name: 'Take place 3 away' }).click();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await eventually(async () => expect((await kept()).map(({ id }) => id)).toEqual(['low', 'high']));
});

test('frames are arranged, kept and let go', async () => {
  await page.getByRole('button', { name: 'Arrange' }).click();
  await dialog().getByRole('button', { name: 'Move frame 2 forward' }).press('Enter');
  await dialog().getByRole('textbox', { name: 'Caption of frame 1' }).fill('First of all');
  await dialog().getByRole('button', { name: 'Take frame 8 away' }).click();
  await dialog().getByRole('button', { name: 'Add a frame' }).click();
  await dialog().getByRole('textbox', { name: 'Caption of frame 8' }).fill('She is back');
  await dialog().getByRole('combobox', { name: 'Screen of frame 8' }).click();
  await page.getByRole('option', { name: 'Settings' }).click();
  await dialog().getByRole('button', { name: 'Keep this order' }).click();
  await dialog().waitFor({ state: 'detached' });
  const board = await eventually(async () => {
    const [first] = await page.evaluate(() => window.storyboard.kept);
    if (!first) throw new Error('No order was kept');
    return first;
  });
  expect(board.frames.map(({ caption }) => caption)).toEqual([
    'First of all',
    'Thursday, 20:10',
    ...sixSteps.slice(1).map(({ title }) => title),
    'She is back',
  ]);
  expect(board.frames.at(-1)).toMatchObject({ screen: 'settings', step: '' });
  await open({ ...story, storyboards: { story: { useCase: 'story', frames: board.frames } } });
  await page.getByRole('button', { name: 'Frame 1: First of all' }).waitFor();
  await page.getByRole('button', { name: 'Arrange' }).click();
  await dialog().getByRole('button', { name: 'Follow the text again' }).click();
  await eventually(async () => expect(await page.evaluate(() => window.storyboard.kept.at(-1))).toBeNull());
});

test.each(['light', 'dark'] as const)('everything is accessible in the %s', async (scheme) => {
  await open(story, { scheme, screen: 'find' });
  await page.getByRole('button', { name: 'Frame 2:' }).click();
  await expectAccessible(page, 'the strip');
  await play();
  await expectAccessible(page, 'a frame of words');
  await dialog().getByRole('button', { name: 'Frame 3:' }).click();
  await dialog().getByRole('img', { name: 'Find a bakery, drawn' }).waitFor();
  await expectAccessible(page, 'a frame with a screen');
  await dialog().getByRole('button', { name: 'Frame 7:' }).click();
  await dialog().getByText('Not drawn yet.').waitFor();
  await expectAccessible(page, 'a screen that is not drawn');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Edit places' }).click();
  await dialog().getByRole('button', { name: 'Place 1: Find' }).focus();
  await expectAccessible(page, 'the places of a screen');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Arrange' }).click();
  await dialog().getByRole('button', { name: 'Keep this order' }).waitFor();
  await expectAccessible(page, 'the arrangement');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});
