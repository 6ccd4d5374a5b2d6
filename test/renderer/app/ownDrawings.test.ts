import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { remoteOrigin } from '../../../core/narrative/narrativeDoc';
import { newScreen, putDrawing, readScreen, writeScreen } from '../../../core/screens/screenChanges';
import type { ScreenPicture } from '../../../core/screens/screenRecord';
import { OwnDrawings } from '../../../renderer/app/narrative/ownDrawings';

const drawn = (name: string): ScreenPicture => ({
  scene: `${name}.bin`,
  svg: '',
  png: `${name}.png`,
  width: 320,
  height: 640,
});
const at = '2026-11-23T10:00:00.000Z';

/** A window with a screen that both know; `draw` is what its keeper does. */
function openWindow(from?: Y.Doc) {
  const doc = new Y.Doc();
  if (from) Y.applyUpdateV2(doc, Y.encodeStateAsUpdateV2(from), remoteOrigin);
  else writeScreen(doc, newScreen('film', 'Film the fault', ''), null);
  const own = new OwnDrawings(doc);
  onTestFinished(() => own.stop());
  const draw = (name: string) => {
    const record = readScreen(doc, 'film');
    if (record) writeScreen(doc, putDrawing(record, drawn(name), { by: name, at }), null);
    own.note('film', { ...drawn(name), savedAt: at, savedBy: name });
  };
  return { doc, draw, own };
}

function exchange(one: Y.Doc, other: Y.Doc): void {
  const [mine, theirs] = [Y.encodeStateAsUpdateV2(one), Y.encodeStateAsUpdateV2(other)];
  Y.applyUpdateV2(other, mine, remoteOrigin);
  Y.applyUpdateV2(one, theirs, remoteOrigin);
}

const scenesOf = (doc: Y.Doc) => {
  const screen = readScreen(doc, 'film');
  return [screen?.picture, ...(screen?.versions ?? [])].map((version) => version?.scene);
};

describe('drawings of two windows', () => {
  it('made at the same moment are both kept, one as a version, and the windows agree', () => {
    const ines = openWindow();
    const ada = openWindow(ines.doc);
    ines.draw('ines');
    ada.draw('ada');
    exchange(ines.doc, ada.doc);
    exchange(ines.doc, ada.doc);
    expect(scenesOf(ines.doc)).toEqual(scenesOf(ada.doc));
    expect(scenesOf(ines.doc).toSorted()).toEqual(['ada.bin', 'ines.bin']);
  });

  it('made one after the other need no rescue', () => {
    const ines = openWindow();
    const ada = openWindow(ines.doc);
    ines.draw('ines');
    exchange(ines.doc, ada.doc);
    ada.draw('ada');
    exchange(ines.doc, ada.doc);
    expect(scenesOf(ines.doc)).toEqual(['ada.bin', 'ines.bin']);
  });

  it('that were taken back here do not come back with a change from there', () => {
    const ines = openWindow();
    const ada = openWindow(ines.doc);
    ines.draw('ines');
    const blank = readScreen(ada.doc, 'film');
    if (blank) writeScreen(ines.doc, blank, null);
    ada.draw('ada');
    exchange(ines.doc, ada.doc);
    exchange(ines.doc, ada.doc);
    expect(scenesOf(ines.doc)).not.toContain('ines.bin');
  });

  it('know what they go on from', () => {
    const ines = openWindow();
    ines.draw('ines');
    expect(ines.own.isOwn('film', drawn('ines'))).toBe(true);
    expect(ines.own.isOwn('film', drawn('ada'))).toBe(false);
    expect(ines.own.isOwn('film', null)).toBe(false);
  });
});
