import type { Handlers } from '../../core/api/dispatch';
import type { LibraryStore } from '../../storage/libraryStore';
import { keepDrawing } from './keepDrawing';
import { readScene } from './readScene';

/** Drawings of screens; which screen shows which drawing is a matter of the narrative. */
export function screenHandlers(store: LibraryStore) {
  return {
    'screens.keep': async ({ scene, svg, png }) => {
      const drawing = { scene: Buffer.from(scene, 'base64'), svg, png: Buffer.from(png, 'base64') };
      return { picture: await keepDrawing(store, drawing) };
    },
    'screens.scene': async ({ asset }) => ({ scene: await readScene(store, asset) }),
  } satisfies Partial<Handlers>;
}
