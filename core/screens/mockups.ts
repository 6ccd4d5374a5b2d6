import { z } from 'zod';
import { type DrawnElement, type DrawnMockup, mockupColours } from './drawnMockup';

/** The drawing editor's numbers for its fonts: Nunito for words, Cascadia for a command line. */
const fonts = { words: 6, mono: 3 } as const;

const colourSchema = z.enum([...Object.values(mockupColours), 'transparent']);
const strokeShape = {
  x: z.number(),
  y: z.number(),
  strokeColor: colourSchema,
  backgroundColor: colourSchema,
  fillStyle: z.literal('solid'),
  strokeWidth: z.number(),
  strokeStyle: z.enum(['solid', 'dashed']),
  /** Straight lines: a mock-up is drawn with a ruler, people draw over it by hand. */
  roughness: z.literal(0),
};
const boxShape = { ...strokeShape, width: z.number(), height: z.number(), opacity: z.number() };
const curveSchema = z.object({ type: z.literal(2) }).nullable();
const pathShape = {
  ...strokeShape,
  width: z.number(),
  height: z.number(),
  points: z.array(z.tuple([z.number(), z.number()])),
  roundness: curveSchema,
};
const wordsShape = {
  text: z.string(),
  fontSize: z.number(),
  fontFamily: z.union([z.literal(fonts.words), z.literal(fonts.mono)]),
  strokeColor: colourSchema,
};

const skeletonElementSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('rectangle'),
    ...boxShape,
    roundness: z.object({ type: z.literal(3), value: z.number() }).nullable(),
    label: z.object(wordsShape).optional(),
  }),
  z.object({ type: z.literal('ellipse'), ...boxShape }),
  z.object({ type: z.literal('line'), ...pathShape }),
  z.object({ type: z.literal('arrow'), ...pathShape }),
  z.object({
    type: z.literal('text'),
    x: z.number(),
    y: z.number(),
    ...wordsShape,
    textAlign: z.enum(['left', 'center', 'right']),
  }),
]);
type SkeletonElement = z.infer<typeof skeletonElementSchema>;

/**
 * A mock-up as the drawing editor begins from it. Its elements are what `convertToExcalidrawElements` takes: without
 * ids and groups, so that the same one can stand on a sheet many times.
 */
export const mockupSkeletonSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** What it is good for, one sentence; '' for a component. */
  words: z.string(),
  width: z.number(),
  height: z.number(),
  elements: z.array(skeletonElementSchema),
});
export type MockupSkeleton = z.infer<typeof mockupSkeletonSchema>;

/** What `screens.templates` answers: whole screens to begin from, and components for the shelf. */
export const mockupShelfSchema = z.object({
  mockups: z.array(mockupSkeletonSchema),
  components: z.array(mockupSkeletonSchema),
});
export type MockupShelf = z.infer<typeof mockupShelfSchema>;

/** Translates a mock-up from its file into elements of the drawing editor. */
export function toMockupSkeleton(drawn: DrawnMockup): MockupSkeleton {
  return { ...drawn, elements: drawn.elements.map(toSkeletonElement) };
}

function toSkeletonElement(element: DrawnElement): SkeletonElement {
  switch (element.type) {
    case 'rectangle':
      return {
        ...toBox(element),
        type: 'rectangle',
        roundness: element.corner ? { type: 3, value: element.corner } : null,
        ...(element.label ? { label: toLabel(element.label, element) } : {}),
      };
    case 'pill':
      return toPill(element);
    case 'ellipse':
      return { ...toBox(element), type: 'ellipse' };
    case 'line':
      return { ...toPath(element), type: 'line', backgroundColor: colour(element.fill) };
    case 'arrow':
      return { ...toPath(element), type: 'arrow' };
    case 'text':
      return {
        type: 'text',
        x: element.at[0],
        y: element.at[1],
        text: element.text,
        fontSize: element.size,
        fontFamily: element.font === 'mono' ? fonts.mono : fonts.words,
        strokeColor: mockupColours[element.tone],
        textAlign: element.align ?? 'left',
      };
  }
}

type Box = Extract<DrawnElement, { box: unknown }>;
type Path = Extract<DrawnElement, { points: unknown }>;
type Pill = Extract<DrawnElement, { type: 'pill' }>;
type Rectangle = Extract<DrawnElement, { type: 'rectangle' }>;

const colour = (tone: keyof typeof mockupColours | undefined): z.infer<typeof colourSchema> =>
  tone === undefined ? 'transparent' : mockupColours[tone];

function toStroke({ stroke, weight, dashed }: Box | Path) {
  return {
    strokeColor: colour(stroke),
    fillStyle: 'solid' as const,
    strokeWidth: weight ?? 1,
    strokeStyle: dashed ? ('dashed' as const) : ('solid' as const),
    roughness: 0 as const,
  };
}

function toBox(element: Box) {
  const [x, y, width, height] = element.box;
  const { fill, opacity } = element;
  return {
    ...toStroke(element),
    x,
    y,
    width,
    height,
    backgroundColor: colour(fill),
    opacity: opacity ?? 100,
  };
}

/** Angles from top to bottom over the right; eight chords are a half circle to the eye at the size of a switch. */
const halfCircle = Array.from({ length: 9 }, (_, index) => (index / 8 - 0.5) * Math.PI);

/** The drawing editor rounds the corners of a box by a quarter at most, so a pill is a closed line. */
function toPill({ box: [x, y, width, height], fill, ...stroke }: Pill): SkeletonElement {
  const radius = height / 2;
  const straight = width - height;
  const right = halfCircle.map((angle) => [straight + radius * Math.cos(angle), radius * Math.sin(angle)]);
  const left = halfCircle.map((angle) => [-radius * Math.cos(angle), -radius * Math.sin(angle)]);
  const points = [...right, ...left].map(([across = 0, down = 0]): [number, number] => [
    across,
    down + radius,
  ]);
  const path: Path = { ...stroke, type: 'line', at: [x + radius, y], points: [[0, 0], ...points, [0, 0]] };
  return { ...toPath(path), type: 'line', backgroundColor: colour(fill) };
}

function toPath(element: Path) {
  const [x, y] = element.at;
  return {
    ...toStroke(element),
    x,
    y,
    width: extent(element.points.map(([across]) => across)),
    height: extent(element.points.map(([, down]) => down)),
    points: element.points,
    roundness: element.curved ? { type: 2 as const } : null,
    backgroundColor: 'transparent' as const,
  };
}

/** Never 0, which the drawing editor would take for "not said" and make 100. */
const extent = (values: number[]) => Math.max(Math.max(...values) - Math.min(...values), 0.01);

function toLabel(text: string, { labelSize, labelTone }: Rectangle) {
  return {
    text,
    fontSize: labelSize ?? 16,
    fontFamily: fonts.words,
    strokeColor: mockupColours[labelTone ?? 'ink'],
  };
}
