import { z } from 'zod';

/** Id of a screen, as the text, the storyboard and the thread name it. */
export const screenIdSchema = z.string().min(1).max(200);

const assetSchema = z.string().max(200);
const sideSchema = z.int().min(1).max(100_000);
const momentSchema = z.iso.datetime();

export const screenPictureSchema = z.object({
  /** Asset of the scene that can be drawn on; '' for a picture that was put in as it is. */
  scene: assetSchema,
  /** Asset of the same drawing as SVG; '' where there is none. */
  svg: assetSchema,
  /** Asset of the drawing at twice its size. */
  png: assetSchema.min(1),
  /** Size of the drawing in CSS pixels. */
  width: sideSchema,
  height: sideSchema,
});
/** One drawing of a screen: names of stored assets, never bytes. */
export type ScreenPicture = z.infer<typeof screenPictureSchema>;

const screenVersionSchema = screenPictureSchema.extend({
  savedAt: momentSchema,
  savedBy: z.string().max(200),
});
/** A drawing that was replaced, with when and by whom it had been kept. */
export type ScreenVersion = z.infer<typeof screenVersionSchema>;

const shareSchema = z.number().min(0).max(1);
const hotspotSchema = z.object({
  id: z.string().min(1).max(200),
  /** Place and size as shares of the picture, 0 to 1, from its upper left corner. */
  x: shareSchema,
  y: shareSchema,
  width: shareSchema,
  height: shareSchema,
  label: z.string().max(200),
  /** Id of the screen it leads to; '' while it leads nowhere. */
  to: z.string().max(200),
});
/** A place on a screen that leads to another one when a story is played. */
export type Hotspot = z.infer<typeof hotspotSchema>;

/** How many replaced drawings a screen keeps. */
export const screenVersionLimit = 20;
/** How many places of one screen may lead on. */
export const hotspotLimit = 50;

export const screenRecordSchema = z.object({
  id: screenIdSchema,
  title: z.string().max(200),
  /** What is to be seen, in words, for those who cannot see it. */
  alt: z.string().max(2000),
  /** What it was begun from: '' a blank sheet, 'picture' a picture with annotations, else a mock-up's id. */
  template: z.string().max(60),
  /** Null for a screen that has a name but was not drawn yet. */
  picture: screenPictureSchema.nullable(),
  /** Earlier drawings, newest first, without the present one. */
  versions: z.array(screenVersionSchema).max(screenVersionLimit),
  hotspots: z.array(hotspotSchema).max(hotspotLimit),
  /** Id of the screen that this one is the next state of; '' for none. */
  follows: z.string().max(200),
  /** '' for a screen that nobody changed since it was written outside of Dateline. */
  changedAt: z.union([z.literal(''), momentSchema]),
  changedBy: z.string().max(200),
});
/** A screen of the product. It stands in the text as a `screen` block with its id, in as many places as needed. */
export type ScreenRecord = z.infer<typeof screenRecordSchema>;
