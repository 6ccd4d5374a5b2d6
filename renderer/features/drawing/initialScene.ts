import { convertToExcalidrawElements, restore } from '@excalidraw/excalidraw';
import type { ExcalidrawElement, FileId } from '@excalidraw/excalidraw/element/types';
import type {
  AppState,
  BinaryFileData,
  BinaryFiles,
  ExcalidrawInitialDataState,
} from '@excalidraw/excalidraw/types';
import { z } from 'zod';
import { DatelineError } from '../../../core/api/errors';
import type { LoadedPicture } from './loadPicture';
import type { Opening } from './opening';

/** Name of the picture that a drawing is begun on, inside its scene. */
const groundId = 'ground' as FileId;

/**
 * What Excalidraw begins with; null for an empty sheet, also under a mock-up, which is laid on it once its fonts
 * are there. Throws `file-damaged` for a scene that cannot be read.
 */
export function initialScene(opening: Opening): ExcalidrawInitialDataState | null {
  switch (opening.kind) {
    case 'scene':
      return { ...restoreScene(opening.scene), scrollToContent: true };
    case 'picture':
      return { ...pictureScene(opening.picture), scrollToContent: true };
    case 'mockup':
    case 'blank':
      return null;
  }
}

/** What is kept of a scene that is read: settings of a window, links and pages inside it are left out. */
const sceneSchema = z.object({
  elements: z.array(z.unknown()),
  appState: z.object({ viewBackgroundColor: z.string() }).partial().catch({}),
  files: z.record(z.string(), z.unknown()).catch({}),
});
const shapeSchema = z.looseObject({
  type: z.enum(['rectangle', 'diamond', 'ellipse', 'arrow', 'line', 'freedraw', 'text', 'image', 'frame']),
});
const fileSchema = z.looseObject({ id: z.string(), dataURL: z.string().startsWith('data:image/') });

/** Those of a list that only draw, without the links on them; lists from elsewhere may have holes. */
export function drawnElements(elements: readonly unknown[]): ExcalidrawElement[] {
  const shapes = elements.filter((one) => shapeSchema.safeParse(one).success) as ExcalidrawElement[];
  return shapes.map((shape) => ({ ...shape, link: null }));
}

function restoreScene(text: string) {
  try {
    const { elements, appState, files } = sceneSchema.parse(JSON.parse(text));
    // It trusts files that are all there.
    const pictures = Object.entries(files).filter(([, file]) => fileSchema.safeParse(file).success);
    const scene = {
      elements: drawnElements(elements),
      appState: appState as Partial<AppState>,
      files: Object.fromEntries(pictures) as BinaryFiles,
    };
    return restore(scene, null, null, { repairBindings: true });
  } catch {
    throw new DatelineError(
      'file-damaged',
      'The file of this drawing is broken. Its picture is kept.',
      'Draw it anew on top of its picture, or go on from an earlier version.',
    );
  }
}

/** Locked, so that people draw on it instead of moving it. */
function pictureScene({ dataUrl, mime, width, height }: LoadedPicture) {
  const file = { id: groundId, dataURL: dataUrl as BinaryFileData['dataURL'], mimeType: mime, created: 0 };
  const elements = convertToExcalidrawElements([
    { type: 'image', fileId: groundId, x: 0, y: 0, width, height, locked: true, status: 'saved' },
  ]);
  return { elements, files: { [groundId]: file } };
}
