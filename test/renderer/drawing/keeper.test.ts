import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DatelineError } from '../../../core/api/errors';
import type { ScreenPicture } from '../../../core/screens/screenRecord';
import type { ExportedDrawing } from '../../../renderer/features/drawing/exportDrawing';
import { Keeper, type KeepState, restMs, storeDrawing } from '../../../renderer/features/drawing/keeper';

const drawing: ExportedDrawing = { scene: new Uint8Array(), svg: '<svg/>', png: new Uint8Array() };
const pictureOf = (scene: string): ScreenPicture => ({ scene, svg: '', png: 'p', width: 1, height: 1 });

/** A sheet and a screen that a test draws on, and everything the keeper did with them. */
function openSheet(options: { shown?: string | null; isNew?: boolean } = {}) {
  const table = {
    version: '1',
    isEmpty: false,
    shown: options.shown === undefined ? 'a' : options.shown,
    fails: null as DatelineError | null,
    stored: 0,
    kept: [] as [scene: string, isFurther: boolean][],
    states: [] as KeepState['kind'][],
  };
  const keeper = new Keeper({
    sheet: {
      version: () => table.version,
      isEmpty: () => table.isEmpty,
      export: async () => ({ ...drawing, svg: table.version }),
    },
    keptVersion: options.isNew ? null : '1',
    shownScene: () => table.shown,
    store: async ({ svg }) => {
      table.stored += 1;
      if (table.fails) throw table.fails;
      return pictureOf(`scene ${svg}`);
    },
    onKept: ({ scene }, isFurther) => {
      table.kept.push([scene, isFurther]);
      table.shown = scene;
    },
    onState: ({ kind }) => table.states.push(kind),
  });
  const draw = (version: string) => {
    table.version = version;
    keeper.noteChange();
  };
  return { table, keeper, draw };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a drawing', () => {
  it('is kept once it has rested, and not before', async () => {
    const { table, draw } = openSheet();
    draw('2');
    await vi.advanceTimersByTimeAsync(restMs - 1);
    draw('3');
    await vi.advanceTimersByTimeAsync(restMs - 1);
    expect(table.kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(table.kept).toEqual([['scene 3', false]]);
    expect(table.states).toEqual(['changed', 'keeping', 'kept']);
  });

  it('is not kept while nothing on it changes, however often the sheet reports', async () => {
    const { table, keeper, draw } = openSheet();
    draw('1');
    expect(await keeper.keep()).toBe(true);
    await vi.advanceTimersByTimeAsync(restMs);
    expect(table).toMatchObject({ stored: 0, states: [] });
  });

  it('tells of a change once, not with every movement', () => {
    const { table, draw } = openSheet();
    for (const version of ['2', '3', '3', '4']) draw(version);
    expect(table.states).toEqual(['changed']);
  });

  it('is kept as it is begun, when it was never kept', async () => {
    const { table, keeper } = openSheet({ isNew: true });
    expect(keeper.isUnkept()).toBe(true);
    expect(await keeper.keep()).toBe(true);
    expect(table.kept).toEqual([['scene 1', false]]);
  });

  it('is not kept empty', async () => {
    const { table, keeper, draw } = openSheet();
    table.isEmpty = true;
    draw('2');
    expect(keeper.isCleared()).toBe(true);
    expect(await keeper.keep()).toBe(true);
    expect(table.stored).toBe(0);
  });

  it('is kept once more when it is drawn on while it is being kept', async () => {
    const { table, keeper, draw } = openSheet();
    draw('2');
    const keeping = keeper.keep();
    table.version = '3';
    expect(await keeping).toBe(false);
    await vi.advanceTimersByTimeAsync(restMs);
    expect(table.kept).toEqual([
      ['scene 2', false],
      ['scene 3', true],
    ]);
  });

  it('is kept once when it is asked for twice at the same time', async () => {
    const { table, keeper, draw } = openSheet();
    draw('2');
    expect(await Promise.all([keeper.keep(), keeper.keep()])).toEqual([true, true]);
    expect(table.stored).toBe(1);
  });
});

describe('a drawing whose desk is gone', () => {
  it('is kept once more when the desk is taken away, and never after', async () => {
    const { table, keeper, draw } = openSheet();
    draw('2');
    keeper.leave();
    draw('3');
    await vi.advanceTimersByTimeAsync(restMs);
    expect(table.kept).toEqual([['scene 2', false]]);
  });

  it('is never kept after the desk was closed', async () => {
    const { table, keeper, draw } = openSheet();
    draw('2');
    keeper.stop();
    await vi.advanceTimersByTimeAsync(restMs);
    expect(table.stored).toBe(0);
  });
});

describe('a drawing that cannot be kept', () => {
  it('says so, stays unkept, and is tried again', async () => {
    const { table, keeper, draw } = openSheet();
    table.fails = new DatelineError('unreachable', 'Dateline has stopped.');
    draw('2');
    expect(await keeper.keep()).toBe(false);
    expect(keeper.isUnkept()).toBe(true);
    draw('3');
    expect(table.states).toEqual(['changed', 'keeping', 'failed']);
    table.fails = null;
    await vi.advanceTimersByTimeAsync(restMs);
    expect(table.kept).toEqual([['scene 3', false]]);
  });

  it('is kept without its SVG when only that is refused', async () => {
    const given: string[] = [];
    const picture = await storeDrawing(async ({ svg }) => {
      given.push(svg);
      if (svg) throw new DatelineError('unknown-content', 'It has a script.');
      return pictureOf('a');
    }, drawing);
    expect([given, picture.scene]).toEqual([['<svg/>', ''], 'a']);
  });
});

describe('a screen that another window changed meanwhile', () => {
  it('is not replaced before somebody said so; then both are kept', async () => {
    const { table, keeper, draw } = openSheet();
    draw('2');
    table.shown = 'theirs';
    expect(await keeper.keep()).toBe(false);
    draw('3');
    await vi.advanceTimersByTimeAsync(restMs);
    expect(table.kept).toEqual([]);
    expect(table.states.at(-1)).toBe('overtaken');
    expect(await keeper.keepOver()).toBe(true);
    expect(table.kept).toEqual([['scene 3', false]]);
  });

  it('is told apart from one that was deleted', async () => {
    const states: KeepState[] = [];
    const keeper = new Keeper({
      sheet: { version: () => '2', isEmpty: () => false, export: async () => drawing },
      keptVersion: '1',
      shownScene: vi.fn<() => string | null>().mockReturnValueOnce('a').mockReturnValue(null),
      store: async () => pictureOf('b'),
      onKept: () => undefined,
      onState: (state) => states.push(state),
    });
    expect(await keeper.keep()).toBe(false);
    expect(states.at(-1)).toEqual({ kind: 'overtaken', isGone: true });
  });

  it('is its own drawing when it shows what was kept from here', async () => {
    const { table, keeper, draw } = openSheet({ shown: null });
    draw('2');
    await keeper.keep();
    draw('3');
    expect(await keeper.keep()).toBe(true);
    expect(table.kept).toHaveLength(2);
  });
});
