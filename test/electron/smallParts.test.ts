import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { operations } from '../../core/api/operations';
import { chooseLanguages } from '../../electron/main/appearance';
import { isAppAddress } from '../../electron/main/appOrigin';
import { createMenuTemplate } from '../../electron/main/menuTemplate';
import { parseStartArguments } from '../../electron/main/startArguments';
import { placeOnScreen, readWindowState, writeWindowState } from '../../electron/main/windowState';
import { usualLibrary } from '../../host/library/usualLibrary';
import { bundlePreload } from './bundlePreload';

const folder = mkdtempSync(path.join(os.tmpdir(), 'dateline-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the place of the window', () => {
  const file = path.join(folder, 'window.json');
  const left = { position: { x: -1900, y: 20 }, width: 1000, height: 700, isMaximized: false };
  const main = { x: 0, y: 0, width: 1920, height: 1080 };
  const second = { x: -1920, y: 0, width: 1920, height: 1080 };

  test('is read as it was written', () => {
    writeWindowState(file, left);
    expect(readWindowState(file)).toEqual(left);
  });

  test.each([
    '',
    '{',
    'null',
    '{"width":"wide"}',
    '{"position":null,"width":1,"height":1,"isMaximized":false}',
  ])('is the first one when the file holds %s', (content) => {
    writeFileSync(file, content);
    expect(readWindowState(file)).toEqual({ position: null, width: 1280, height: 860, isMaximized: false });
  });

  test('is kept on a screen that is there, and given up on one that is not', () => {
    expect(placeOnScreen(left, [main, second]).position).toEqual(left.position);
    expect(placeOnScreen(left, [main]).position).toBeNull();
    expect(placeOnScreen({ ...left, position: { x: 0, y: 1070 } }, [main]).position).toBeNull();
    expect(placeOnScreen({ ...left, position: { x: 100, y: -40 } }, [main]).position).toBeNull();
    expect(placeOnScreen({ ...left, position: { x: 1850, y: 0 } }, [main]).position).toBeNull();
  });
});

describe('the start', () => {
  test('takes a library and files, and passes over what is meant for Chromium', () => {
    const args = [
      '--no-sandbox',
      '.',
      '--library=books',
      'a.dateline',
      'B.MD',
      'photo.png',
      '--trace-warnings',
    ];
    expect(parseStartArguments(args, '/home/ines')).toEqual({
      library: path.resolve('/home/ines/books'),
      files: [path.resolve('/home/ines/a.dateline'), path.resolve('/home/ines/B.MD')],
    });
  });

  test('has a usual library, in the documents where there are any', () => {
    expect(usualLibrary(folder)).toBe(path.join(folder, 'Dateline'));
    mkdirSync(path.join(folder, 'Documents'));
    expect(usualLibrary(folder)).toBe(path.join(folder, 'Documents', 'Dateline'));
  });

  test('is plain without arguments', () => {
    expect(parseStartArguments([], '/')).toEqual({ library: null, files: [] });
    expect(parseStartArguments(['--library'], '/')).toEqual({ library: null, files: [] });
  });
});

test('a dictionary is the very one, else one of the same language, else none', () => {
  const available = ['de', 'en-GB', 'en-US'];
  expect(chooseLanguages('en-US', available)).toEqual(['en-US']);
  expect(chooseLanguages('en-AU', available)).toEqual(['en-GB']);
  expect(chooseLanguages('de-CH', available)).toEqual(['de']);
  expect(chooseLanguages('ja', available)).toEqual([]);
  expect(chooseLanguages('', available)).toEqual([]);
});

test('only addresses of the app are the app’s', () => {
  expect(isAppAddress('app://bundle/index.html#/library')).toBe(true);
  for (const address of [
    'app://bundles/',
    'app:bundle/',
    'https://bundle/',
    'app://x@other/',
    'app://bundle:1/',
    '',
  ])
    expect(isAppAddress(address), address).toBe(false);
});

test('the menus follow the system', () => {
  const labels = (platform: NodeJS.Platform, isDevelopment: boolean) =>
    createMenuTemplate({ platform, isDevelopment, run: () => undefined }).map(
      (menu) => menu.label ?? menu.role,
    );
  expect(labels('darwin', false)).toEqual(['appMenu', 'File', 'Edit', 'View', 'Go', 'windowMenu', 'Help']);
  expect(labels('win32', false)).toEqual(['File', 'Edit', 'View', 'Go', 'Help']);
  const template = (isDevelopment: boolean) =>
    JSON.stringify(createMenuTemplate({ platform: 'linux', isDevelopment, run: () => undefined }));
  expect(template(true)).toContain('toggleDevTools');
  expect(template(false)).not.toContain('toggleDevTools');
});

test('the preload carries the names of the operations and none of their schemas', async () => {
  const code = await bundlePreload();
  for (const operation of operations) expect(code).toContain(operation);
  expect(code.length).toBeLessThan(8_000);
});
