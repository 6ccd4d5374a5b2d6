import { IconCode } from '@tabler/icons-react';
import type { Beat } from '../../../core/screens/storyboard';
import { BeatGlyph } from './BeatGlyph';
import type { FramePicture } from './framePicture';
import { ScreenImage } from './ScreenImage';

/** What a frame shows, small and without words of its own. */
export function FrameThumb({ picture, beat }: { picture: FramePicture; beat: Beat }) {
  switch (picture.kind) {
    case 'picture':
      return <ScreenImage asset={picture.asset} alt="" lost={<BeatGlyph beat={beat} />} />;
    case 'code':
      return <IconCode size={28} stroke={1.5} aria-hidden />;
    case 'undrawn':
    case 'words':
      return <BeatGlyph beat={beat} />;
  }
}
