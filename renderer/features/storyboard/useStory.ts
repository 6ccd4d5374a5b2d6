import { useState } from 'react';
import { hotspotTarget, type ToldFrame } from '../../../core/screens/frames';

export interface StoryPlace {
  index: number;
  /** Id of a screen beside the story that a place led to; '' while the story is told. */
  aside: string;
}

export interface StoryWalk extends StoryPlace {
  next: () => void;
  back: () => void;
  goTo: (index: number) => void;
  /** Follows a place of a screen to the frame that shows its target, or to the screen itself. */
  follow: (screen: string) => void;
}

/** Where a played story stands. At either end it stays; from a screen beside the story, back returns to its frame. */
export function useStory(frames: readonly ToldFrame[]): StoryWalk {
  const [place, setPlace] = useState<StoryPlace>({ index: 0, aside: '' });
  const last = Math.max(frames.length - 1, 0);
  const goTo = (index: number) => setPlace({ index: Math.min(Math.max(index, 0), last), aside: '' });
  // Frames may become fewer while a story is open: somebody else may write in it.
  const index = Math.min(place.index, last);
  return {
    index,
    aside: place.aside,
    next: () => goTo(index + 1),
    back: () => goTo(place.aside === '' ? index - 1 : index),
    goTo,
    follow: (screen) => {
      const target = hotspotTarget(frames, index, screen);
      if (target === null) setPlace({ index, aside: screen });
      else goTo(target);
    },
  };
}
