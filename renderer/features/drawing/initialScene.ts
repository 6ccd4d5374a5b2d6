import { convertToExcalidrawElements, restore } from '@excalidraw/excalidraw';
import type { ExcalidrawElement, FileId } from '@excalidraw/excalidraw/element/types';
import type { BinaryFileData, ExcalidrawInitialDataState } from '@excalidraw/excalidraw/types';
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

function restoreScene(text: string) {
  try {
    const scene = JSON.parse(text);
    // It trusts a list without holes; links would lead out of the window.
    const elements = (scene.elements as unknown[]).filter(isElement).map((one) => ({ ...one, link: null }));
    return restore({ ...scene, elements }, null, null, { repairBindings: true });
  } catch {
    throw new DatelineError(
      'file-damaged',
      'The file of this drawing is broken. Its picture is kept.',
      'Draw it anew on top of its picture, or go on from an earlier version.',
    );
  }
}

const isElement = (value: unknown): value is ExcalidrawElement =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Locked, so that people draw on it instead of moving it. */
function pictureScene({ dataUrl, mime, width, height }: LoadedPicture) {
  const file = { id: groundId, dataURL: dataUrl as BinaryFileData['dataURL'], mimeType: mime, created: 0 };
  const elements = convertToExcalidrawElements([
    { type: 'image', fileId: groundId, x: 0, y: 0, width, height, locked: true, status: 'saved' },
  ]);
  return { elements, files: { [groundId]: file } };
}
