import {
  IconCircleCheck,
  IconEye,
  IconHistory,
  IconMessage,
  IconPencil,
  IconPlayerPlay,
} from '@tabler/icons-react';
import type { Beat } from '../../../core/screens/storyboard';

const glyphs = {
  discovery: IconEye,
  need: IconMessage,
  firstUse: IconPlayerPlay,
  doing: IconPencil,
  solved: IconCircleCheck,
  return: IconHistory,
} satisfies Record<Beat, unknown>;

/** Stands where a frame has no picture. */
export function BeatGlyph({ beat }: { beat: Beat }) {
  const Glyph = glyphs[beat];
  return <Glyph size={28} stroke={1.5} aria-hidden />;
}
