import { exportToCanvas, exportToSvg, serializeAsJSON } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { DatelineError } from '../../../core/api/errors';
import { drawingLimits } from '../../../core/screens/drawingLimits';

/** A drawing in the three forms it is kept in. */
export interface ExportedDrawing {
  scene: Uint8Array;
  /** '' when it would be larger than can be kept; the picture stands in for it. */
  svg: string;
  /** At twice the size of the drawing, or less for one too large for that. */
  png: Uint8Array;
}

/** Free space around what is drawn, in CSS pixels. */
const padding = 16;
/** More is refused or comes out empty in some browsers. */
const pixelLimit = 24_000_000;
const sideLimit = 8_000;

/** The drawing as it lies on the sheet. Throws `file-too-large` for one that cannot be kept. */
export async function exportDrawing(api: ExcalidrawImperativeAPI): Promise<ExportedDrawing> {
  const elements = api.getSceneElements();
  const files = api.getFiles();
  const { viewBackgroundColor } = api.getAppState();
  const appState = { viewBackgroundColor, exportBackground: true, exportWithDarkMode: false };
  const scene = new TextEncoder().encode(toScene(api));
  if (scene.length > drawingLimits.scene)
    throw tooLarge('The pictures in this drawing are too large together.');
  // Fonts cannot be put inside: that needs code made at run time, which this window refuses.
  const drawing = { elements, appState, files, exportPadding: padding };
  const svg = new XMLSerializer().serializeToString(
    await exportToSvg({ ...drawing, skipInliningFonts: true }),
  );
  for (const scale of [2, 1, 0.5]) {
    const canvas: HTMLCanvasElement = await exportToCanvas({
      ...drawing,
      getDimensions: (width: number, height: number) => scaled({ width, height }, scale),
    });
    const png = await toPng(canvas);
    if (png.length <= drawingLimits.png) {
      return { scene, svg: fitting(svg), png };
    }
  }
  throw tooLarge('This drawing is too large to be kept as a picture.');
}

function toScene(api: ExcalidrawImperativeAPI): string {
  const text = serializeAsJSON(api.getSceneElements(), api.getAppState(), api.getFiles(), 'local');
  // Its own word for where it was drawn is the address of this window, which differs with every start.
  return JSON.stringify({ ...JSON.parse(text), source: 'dateline' });
}

function scaled({ width, height }: { width: number; height: number }, wanted: number) {
  const scale = Math.min(
    wanted,
    Math.sqrt(pixelLimit / (width * height)),
    sideLimit / Math.max(width, height),
  );
  return { width: width * scale, height: height * scale, scale };
}

async function toPng(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw tooLarge('This drawing is too large to be kept as a picture.');
  return new Uint8Array(await blob.arrayBuffer());
}

const fitting = (svg: string) => (new TextEncoder().encode(svg).length <= drawingLimits.svg ? svg : '');

const tooLarge = (message: string) =>
  new DatelineError('file-too-large', message, 'Take a picture out or make it smaller. Nothing was changed.');
