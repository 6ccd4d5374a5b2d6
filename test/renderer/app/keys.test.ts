import { describe, expect, test } from 'vitest';
import { commandIds } from '../../../core/commands/commands';
import { commandOfKey, keysForPeople, keysOf } from '../../../renderer/app/commands/keys';

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  }) as KeyboardEvent;

const browser = { mac: false, desktop: false };
const macDesktop = { mac: true, desktop: true };

describe('keys', () => {
  test('Ctrl elsewhere and Cmd on a Mac mean the same', () => {
    expect(commandOfKey(press('k', { ctrlKey: true }), browser)).toBe('view.palette');
    expect(commandOfKey(press('k', { metaKey: true }), macDesktop)).toBe('view.palette');
    expect(commandOfKey(press('k', { metaKey: true }), browser)).toBeUndefined();
  });

  test('Shift tells the two searches apart', () => {
    expect(commandOfKey(press('f', { ctrlKey: true }), browser)).toBe('edit.find');
    expect(commandOfKey(press('F', { ctrlKey: true, shiftKey: true }), browser)).toBe('library.find');
  });

  test('a sign that needs Shift on a keyboard still counts', () => {
    expect(commandOfKey(press('/', { ctrlKey: true, shiftKey: true }), browser)).toBe('help.keys');
    const period = press(':', { ctrlKey: true, shiftKey: true, code: 'Period' });
    expect(commandOfKey(period, browser)).toBe('view.rail');
  });

  test('keys that a browser keeps are taken in the desktop shell only', () => {
    expect(keysOf('narrative.new', browser)).toBeUndefined();
    expect(keysOf('narrative.new', macDesktop)).toBe('Mod+N');
  });

  test('plain typing is no command, and AltGr never is', () => {
    expect(commandOfKey(press('k'), browser)).toBeUndefined();
    expect(commandOfKey(press('k', { ctrlKey: true, altKey: true }), browser)).toBeUndefined();
  });

  test('a key that browsers use for themselves is another one there', () => {
    const desktop = { mac: false, desktop: true };
    const old = press('H', { ctrlKey: true, shiftKey: true });
    expect(commandOfKey(old, desktop)).toBe('edit.toDrawer');
    expect(commandOfKey(old, browser)).toBeUndefined();
    expect(commandOfKey(press('F2'), browser)).toBe('edit.toDrawer');
    expect(commandOfKey(press('F2'), desktop)).toBeUndefined();
  });

  test.each([browser, macDesktop])('no two commands share a key: %o', (platform) => {
    const keys = commandIds.map((id) => keysOf(id, platform)).filter(Boolean);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('are written as people of each system write them', () => {
    expect(keysForPeople('Mod+Shift+F', false)).toBe('Ctrl Shift F');
    expect(keysForPeople('Mod+Shift+F', true)).toBe('⇧⌘F');
    expect(keysForPeople('Alt+PageUp', true)).toBe('⌥Page up');
  });
});
