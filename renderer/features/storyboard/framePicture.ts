import type { ToldFrame } from '../../../core/screens/frames';
import type { StorySnippet } from '../../../core/screens/readStory';
import type { ScreenRecord } from '../../../core/screens/screenRecord';

/** What is known of a drawing before it is loaded; a plain picture of the text brings nothing along. */
export interface PictureSize {
  /** In CSS pixels. */
  width: number;
  /** Width by height. */
  ratio: number;
}

/** What a frame shows: a picture, a screen that is not drawn yet, code, or only its words. */
export type FramePicture =
  | { kind: 'picture'; asset: string; alt: string; size: PictureSize | null }
  | { kind: 'undrawn'; title: string }
  | { kind: 'code'; snippets: readonly StorySnippet[] }
  | { kind: 'words' };

/** The picture of a frame. A screen without a description is named by its title. */
export function pictureOf(
  frame: Pick<ToldFrame, 'screen' | 'image' | 'snippets'>,
  screens: Readonly<Record<string, ScreenRecord>>,
): FramePicture {
  const screen = Object.hasOwn(screens, frame.screen) ? screens[frame.screen] : undefined;
  if (screen) return pictureOfScreen(screen);
  if (frame.image) return { kind: 'picture', ...frame.image, size: null };
  return frame.snippets.length > 0 ? { kind: 'code', snippets: frame.snippets } : { kind: 'words' };
}

/** The picture of a screen by itself. */
export function pictureOfScreen({ title, alt, picture }: ScreenRecord): FramePicture {
  if (!picture) return { kind: 'undrawn', title: title || 'A screen without a name' };
  const { png, width, height } = picture;
  return { kind: 'picture', asset: png, alt: alt || title, size: { width, ratio: width / height } };
}
