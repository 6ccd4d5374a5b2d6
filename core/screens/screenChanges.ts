import type * as Y from 'yjs';
import { screensMap } from '../narrative/recordMaps';
import {
  type ScreenPicture,
  type ScreenRecord,
  type ScreenVersion,
  screenRecordSchema,
  screenVersionLimit,
} from './screenRecord';

/** Who changes a screen, and when. */
export interface ScreenAuthor {
  by: string;
  /** ISO moment. */
  at: string;
}

/** A screen that nobody drew yet. `template` is what it is to be begun from. */
export function newScreen(id: string, title: string, template: string): ScreenRecord {
  return {
    id,
    title: title.slice(0, 200),
    alt: '',
    template,
    picture: null,
    versions: [],
    hotspots: [],
    follows: '',
    changedAt: '',
    changedBy: '',
  };
}

/**
 * The screen with another drawing. The one before becomes the newest version, unless the new one goes on from it
 * (`isFurther`) or is the same; the oldest version is let go beyond the limit.
 */
export function putDrawing(
  record: ScreenRecord,
  picture: ScreenPicture,
  { by, at, isFurther = false }: ScreenAuthor & { isFurther?: boolean },
): ScreenRecord {
  const isKept = !isFurther && record.picture !== null && !isSamePicture(record.picture, picture);
  const versions = isKept ? withPresent(record, at) : record.versions;
  return { ...record, picture, versions, changedAt: at, changedBy: by };
}

/** The screen with an earlier drawing again; the present one becomes the newest version. Unchanged without that version. */
export function restoreVersion(record: ScreenRecord, index: number, { by, at }: ScreenAuthor): ScreenRecord {
  const chosen = record.versions[index];
  if (!chosen) return record;
  const { savedAt: _at, savedBy: _by, ...picture } = chosen;
  const others = { ...record, versions: record.versions.filter((_version, place) => place !== index) };
  return { ...others, picture, versions: withPresent(others, at), changedAt: at, changedBy: by };
}

/**
 * The screen with a drawing among its versions that another window's replaced at the same moment. Unchanged when
 * it is there in any way.
 */
export function rescueDrawing(record: ScreenRecord, lost: ScreenVersion): ScreenRecord {
  const present = record.picture ? [record.picture] : [];
  const isThere = [...present, ...record.versions].some((known) => isSamePicture(known, lost));
  if (isThere) return record;
  return { ...record, versions: [lost, ...record.versions].slice(0, screenVersionLimit) };
}

/** A copy to be drawn on as what the customer sees next; it remembers what it follows and has no earlier versions. */
export function nextState(record: ScreenRecord, id: string, { by, at }: ScreenAuthor): ScreenRecord {
  return {
    ...record,
    id,
    title: nextTitle(record.title),
    alt: '',
    versions: [],
    hotspots: [],
    follows: record.id,
    changedAt: at,
    changedBy: by,
  };
}

/** The screen as it is now; null where there is none, or none that this build can read. */
export function readScreen(doc: Y.Doc, id: string): ScreenRecord | null {
  return screenRecordSchema.safeParse(screensMap(doc).get(id)).data ?? null;
}

/** Writes a screen. `origin` is the history that takes it back, or null for none. */
export function writeScreen(doc: Y.Doc, record: ScreenRecord, origin: unknown): void {
  doc.transact(() => screensMap(doc).set(record.id, record), origin);
}

/** Deletes a screen. Its places in the text stay, and say that it is gone. */
export function deleteScreen(doc: Y.Doc, id: string, origin: unknown): void {
  doc.transact(() => screensMap(doc).delete(id), origin);
}

function withPresent(record: ScreenRecord, at: string): ScreenVersion[] {
  if (!record.picture) return record.versions;
  const present = { ...record.picture, savedAt: record.changedAt || at, savedBy: record.changedBy };
  return [present, ...record.versions].slice(0, screenVersionLimit);
}

function isSamePicture(a: ScreenPicture, b: ScreenPicture): boolean {
  return a.scene === b.scene && a.png === b.png;
}

/** "Film the fault" becomes "Film the fault, 2", and that "Film the fault, 3". */
function nextTitle(title: string): string {
  if (title === '') return '';
  const [, name = title, number = '1'] = /^(.*), (\d{1,6})$/su.exec(title) ?? [];
  const ending = `, ${Number(number) + 1}`;
  return `${name.slice(0, 200 - ending.length)}${ending}`;
}
