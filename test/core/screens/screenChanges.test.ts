import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  deleteScreen,
  newScreen,
  nextState,
  putDrawing,
  readScreen,
  rescueDrawing,
  restoreVersion,
  writeScreen,
} from '../../../core/screens/screenChanges';
import {
  type ScreenPicture,
  type ScreenRecord,
  screenRecordSchema,
  screenVersionLimit,
} from '../../../core/screens/screenRecord';

const drawn = (number: number): ScreenPicture => ({
  scene: `scene-${number}.bin`,
  svg: `drawing-${number}.svg`,
  png: `drawing-${number}.png`,
  width: 320,
  height: 640,
});
const at = (number: number) => new Date(Date.UTC(2026, 10, 1) + number * 60_000).toISOString();
const ines = (number: number) => ({ by: 'Ines', at: at(number) });
const blank = newScreen('film', 'Film the fault', 'phone');

/** What people do to a screen, one after the other. */
type Deed = { put: number; isFurther: boolean } | { restore: number };
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ put: fc.integer({ min: 0, max: 40 }), isFurther: fc.boolean() }),
  fc.record({ restore: fc.integer({ min: 0, max: 25 }) }),
);
const afterDeeds = (deeds: readonly Deed[]): ScreenRecord =>
  deeds.reduce(
    (record, done, index) =>
      'put' in done
        ? putDrawing(record, drawn(done.put), { ...ines(index), isFurther: done.isFurther })
        : restoreVersion(record, done.restore, ines(index)),
    blank,
  );
const anyScreen = fc.array(deed, { maxLength: 60 }).map(afterDeeds);
const scenes = ({ picture, versions }: ScreenRecord) =>
  [picture, ...versions].map((version) => version?.scene);

describe('a drawing', () => {
  it('stays a sound record of at most twenty versions, whatever was done', () => {
    fc.assert(
      fc.property(anyScreen, (screen) => {
        expect(screenRecordSchema.safeParse(screen).success).toBe(true);
        expect(screen.versions.length).toBeLessThanOrEqual(screenVersionLimit);
      }),
    );
  });

  it('that was replaced comes back as it was, and the one that replaced it is a version', () => {
    fc.assert(
      fc.property(anyScreen, (screen) => {
        const replaced = putDrawing(screen, drawn(99), ines(100));
        const back = restoreVersion(replaced, 0, ines(101));
        expect(back.picture).toEqual(screen.picture ?? drawn(99));
        const [newest] = back.versions;
        if (screen.picture) expect(newest).toEqual({ ...drawn(99), savedBy: 'Ines', savedAt: at(100) });
      }),
    );
  });

  it('is never lost by taking an earlier version', () => {
    fc.assert(
      fc.property(anyScreen, fc.nat(25), (screen, index) => {
        const taken = restoreVersion(screen, index, ines(100));
        expect(scenes(taken).toSorted()).toEqual(scenes(screen).toSorted());
      }),
    );
  });

  it('that goes on from one of the same sitting is no version of its own', () => {
    const first = putDrawing(blank, drawn(1), ines(1));
    const further = putDrawing(first, drawn(2), { ...ines(2), isFurther: true });
    expect(further).toMatchObject({ picture: drawn(2), versions: [] });
  });

  it('that is kept unchanged makes no version', () => {
    const first = putDrawing(blank, drawn(1), ines(1));
    expect(putDrawing(first, drawn(1), ines(2)).versions).toEqual([]);
  });
});

describe('a drawing that another window replaced at the same moment', () => {
  const lost = { ...drawn(7), savedAt: at(7), savedBy: 'Ada' };

  it('becomes a version, once', () => {
    fc.assert(
      fc.property(anyScreen, (screen) => {
        const rescued = rescueDrawing(screen, lost);
        expect(scenes(rescued)).toContain(lost.scene);
        expect(rescued.picture).toEqual(screen.picture);
        expect(rescueDrawing(rescued, lost)).toBe(rescued);
      }),
    );
  });
});

describe('the next state of a screen', () => {
  it('begins as a copy that remembers what it follows', () => {
    const screen = { ...putDrawing(putDrawing(blank, drawn(1), ines(1)), drawn(2), ines(2)), alt: 'A phone' };
    expect(nextState(screen, 'film-2', ines(3))).toEqual({
      ...blank,
      id: 'film-2',
      title: 'Film the fault, 2',
      picture: drawn(2),
      follows: 'film',
      changedAt: at(3),
      changedBy: 'Ines',
    });
  });

  it.each([
    ['', ''],
    ['Price', 'Price, 2'],
    ['Price, 2', 'Price, 3'],
    ['Price, 9', 'Price, 10'],
    ['Leeds, 1999 or so', 'Leeds, 1999 or so, 2'],
  ])('of “%s” is called “%s”', (title, next) => {
    expect(nextState({ ...blank, title }, 'next', ines(1)).title).toBe(next);
  });

  it('has a name that is not too long, however long the first one is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (title) => {
        const next = nextState({ ...blank, title }, 'next', ines(1));
        expect(screenRecordSchema.safeParse(next).success).toBe(true);
      }),
    );
  });
});

describe('screens of a shared document', () => {
  it('are written, taken back and deleted in steps of their own', () => {
    const doc = new Y.Doc();
    const history = new Y.UndoManager(doc.getMap('screens'), { captureTimeout: 0 });
    history.trackedOrigins.add(history);
    writeScreen(doc, blank, history);
    writeScreen(doc, { ...blank, title: 'Film it' }, history);
    deleteScreen(doc, 'film', history);
    expect(readScreen(doc, 'film')).toBeNull();
    history.undo();
    expect(readScreen(doc, 'film')?.title).toBe('Film it');
    history.undo();
    expect(readScreen(doc, 'film')).toEqual(blank);
    history.undo();
    expect(readScreen(doc, 'film')).toBeNull();
  });
});
