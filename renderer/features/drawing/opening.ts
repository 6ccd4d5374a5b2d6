import type { Call } from '../../../core/api/client';
import { DatelineError } from '../../../core/api/errors';
import type { MockupSkeleton } from '../../../core/screens/mockups';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { assetUrl } from '../../client/assetUrl';
import { type LoadedPicture, loadPicture } from './loadPicture';

/** What a drawing is begun from when its screen has none yet: a mock-up, nothing, or a stored picture. */
export type DrawingStart = MockupSkeleton | 'blank' | { picture: string };

/** What lies on the sheet when the desk opens. */
export type Opening =
  | { kind: 'blank' }
  /** Text of a kept scene; may turn out broken. */
  | { kind: 'scene'; scene: string }
  | { kind: 'mockup'; mockup: MockupSkeleton }
  | { kind: 'picture'; picture: LoadedPicture };

/** The kept drawing of a screen, or what it is to be begun from. Throws what the host throws, and `not-found`. */
export function readOpening(call: Call, screen: ScreenRecord, start: DrawingStart): Promise<Opening> {
  const scene = screen.picture?.scene ?? '';
  return scene === '' ? readStart(start) : readKept(call, scene);
}

/** A scene out of the library. Throws what the host throws. */
export async function readKept(call: Call, asset: string): Promise<Opening> {
  const { scene } = await call('screens.scene', { asset });
  return { kind: 'scene', scene };
}

/** A stored picture as something to draw on. Throws `not-found` when it cannot be shown. */
export async function readPicture(asset: string): Promise<Opening> {
  const picture = await loadPicture(assetUrl(asset));
  if (picture) return { kind: 'picture', picture };
  throw new DatelineError(
    'not-found',
    'The picture of this screen is not in the library any more.',
    'Begin on an empty sheet, or put the picture in again.',
  );
}

async function readStart(start: DrawingStart): Promise<Opening> {
  if (start === 'blank') return { kind: 'blank' };
  return 'picture' in start ? readPicture(start.picture) : { kind: 'mockup', mockup: start };
}
