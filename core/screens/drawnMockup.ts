import { z } from 'zod';

/** The fourteen mock-ups a screen can be begun from, in the order in which they are offered. */
export const mockupIds = [
  'browser-page',
  'phone',
  'tablet',
  'dialog',
  'form',
  'list-and-detail',
  'dashboard',
  'email',
  'chat',
  'command-line',
  'settings',
  'empty-state',
  'error-state',
  'pending-state',
] as const;

/** Six greys from dark to light, the accent and its wash: a mock-up has no other colours. */
export const mockupColours = {
  ink: '#22251f',
  soft: '#5a5f55',
  edge: '#9aa093',
  line: '#d5d8cf',
  wash: '#f1f2ed',
  paper: '#ffffff',
  accent: '#1d4f82',
  accentWash: '#e1eaf3',
} as const;

const tones = Object.keys(mockupColours) as (keyof typeof mockupColours)[];
const toneSchema = z.enum(tones);
const length = z.number().min(-4000).max(4000);
const side = z.number().positive().max(4000);
const placeSchema = z.tuple([length, length]);
const words = z.string().min(1).max(400);
const nameSchema = z.string().regex(/^[a-z0-9-]{2,40}$/);

const strokeShape = {
  stroke: toneSchema.optional(),
  weight: z.union([z.literal(1), z.literal(2), z.literal(4)]).optional(),
  dashed: z.boolean().optional(),
};
const boxShape = {
  ...strokeShape,
  box: z.tuple([length, length, side, side]),
  fill: toneSchema.optional(),
  opacity: z.int().min(1).max(100).optional(),
};
const pathShape = {
  ...strokeShape,
  at: placeSchema,
  points: z.array(placeSchema).min(2).max(40),
  curved: z.boolean().optional(),
};

const drawnElementSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('rectangle'),
    ...boxShape,
    corner: z.number().min(0).max(100).optional(),
    label: words.optional(),
    labelSize: z.number().min(8).max(60).optional(),
    labelTone: toneSchema.optional(),
  }),
  /** A box whose short sides are half circles, for switches and tags. */
  z.strictObject({ type: z.literal('pill'), ...boxShape }),
  z.strictObject({ type: z.literal('ellipse'), ...boxShape }),
  z.strictObject({ type: z.literal('line'), ...pathShape, fill: toneSchema.optional() }),
  z.strictObject({ type: z.literal('arrow'), ...pathShape }),
  z.strictObject({
    type: z.literal('text'),
    /** The upper end of the left edge, of the middle or of the right edge, as `align` says. */
    at: placeSchema,
    text: words,
    size: z.number().min(8).max(60),
    tone: toneSchema,
    align: z.enum(['left', 'center', 'right']).optional(),
    font: z.literal('mono').optional(),
  }),
]);
/** One shape of a mock-up as its file says it: places in CSS pixels, colours by name. */
export type DrawnElement = z.infer<typeof drawnElementSchema>;

const drawnShape = {
  id: nameSchema,
  title: z.string().min(1).max(60),
  width: side,
  height: side,
  elements: z.array(drawnElementSchema).min(1).max(300),
};

/** A mock-up as its file holds it. */
export const drawnMockupSchema = z.strictObject({ ...drawnShape, words: z.string().min(1).max(200) });

/** The shelf of components as its file holds it: small mock-ups that explain themselves. */
export const drawnShelfSchema = z
  .array(z.strictObject(drawnShape).transform((component) => ({ ...component, words: '' })))
  .max(60);

export type DrawnMockup = z.infer<typeof drawnMockupSchema>;
