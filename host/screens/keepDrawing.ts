import { DatelineError } from '../../core/api/errors';
import { drawingLimits } from '../../core/screens/drawingLimits';
import type { ScreenPicture } from '../../core/screens/screenRecord';
import type { LibraryStore } from '../../storage/libraryStore';
import { checkPicture } from '../assets/assets';
import { fileExtension } from '../assets/attachments';
import { guardSvg } from './guardSvg';
import { sceneText } from './sceneText';

/** A drawing as a window hands it over. */
interface GivenDrawing {
  scene: Uint8Array;
  /** '' when none could be made. */
  svg: string;
  /** Twice the size of the drawing. */
  png: Uint8Array;
}

/**
 * Stores a drawing by its content. Everything is looked at before anything is written, so a drawing that is
 * refused leaves nothing behind. Throws what `sceneText`, `guardSvg` and `checkPicture` throw.
 */
export async function keepDrawing(
  store: LibraryStore,
  { scene, svg, png }: GivenDrawing,
): Promise<ScreenPicture> {
  if (sceneText(scene) === null) {
    throw new DatelineError(
      'file-wrong-type',
      'This is not a drawing that Dateline can open again, so it was not kept.',
    );
  }
  const image = checkPicture('This drawing', png);
  if (image.extension !== 'png' || png.length > drawingLimits.png) {
    throw new DatelineError('file-wrong-type', 'The picture of a drawing has to be a PNG of up to 10 MB.');
  }
  const safeSvg = svg === '' ? '' : guardSvg(svg);
  return {
    scene: await store.addAsset(scene, fileExtension),
    svg: safeSvg === '' ? '' : await store.addAsset(Buffer.from(safeSvg), 'svg'),
    png: await store.addAsset(png, 'png'),
    width: toSide(image.width),
    height: toSide(image.height),
  };
}

const toSide = (pixels: number): number => Math.max(1, Math.round(pixels / 2));
