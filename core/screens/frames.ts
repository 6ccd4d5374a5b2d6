import type { NarrativeContent } from '../narrative/narrativeDoc';
import {
  findUseCase,
  readStory,
  type Story,
  type StoryImage,
  type StorySnippet,
  type StoryStep,
} from './readStory';
import type { Beat, Storyboard, StoryFrame } from './storyboard';

/** A frame as it is shown and played. */
export interface ToldFrame extends StoryFrame {
  /** What the text says about it beyond the caption; '' for nothing. */
  words: string;
  /** A picture of its step, for a frame that has no screen. */
  image: StoryImage | null;
  /** Code of its step, for a frame without any picture. */
  snippets: readonly StorySnippet[];
}

type StoryContent = Pick<NarrativeContent, 'parts' | 'screens' | 'storyboards'>;

const mostFrames = 8;
const captionLength = 200;

/**
 * A use case in frames: as people arranged them, or six to eight that follow its text. A frame whose caption is ''
 * is a place where nobody wrote anything yet. A step or screen that is gone is '' in its frame. No frames for a use
 * case that is gone.
 */
export function storyFrames(content: StoryContent, useCase: string): ToldFrame[] {
  const story = storyOf(content, useCase);
  if (!story) return [];
  return arrangedFrames(content, story, useCase) ?? withIds(overview(story)).map(withScreensOf(content));
}

/** What is played: the arranged frames, or every step with every one of its screens. Frames without words and pictures are left out. */
export function playedFrames(content: StoryContent, useCase: string): ToldFrame[] {
  const story = storyOf(content, useCase);
  if (!story) return [];
  const arranged = arrangedFrames(content, story, useCase);
  const frames = arranged ?? withIds(wholeStory(story)).map(withScreensOf(content));
  return frames.filter(isTold);
}

/** The index of the frame to go on with from frame `from` when a place leads to `screen`: the next that shows it,
 * else the first; null when no frame does. */
export function hotspotTarget(frames: readonly StoryFrame[], from: number, screen: string): number | null {
  if (screen === '') return null;
  const shows = (frame: StoryFrame) => frame.screen === screen;
  const later = frames.findIndex((frame, index) => index > from && shows(frame));
  const found = later === -1 ? frames.findIndex(shows) : later;
  return found === -1 ? null : found;
}

/** The index of the frame that tells this step, or the step before it; -1 when it is none of the use case. */
export function frameOfStep(content: StoryContent, useCase: string, step: string): number {
  const steps = storyOf(content, useCase)?.steps.map(({ id }) => id) ?? [];
  const place = step === '' ? -1 : steps.indexOf(step);
  if (place === -1) return -1;
  const places = storyFrames(content, useCase).map((frame) => steps.indexOf(frame.step));
  return places.findLastIndex((told) => told !== -1 && told <= place);
}

function storyOf(content: StoryContent, useCase: string): Story | null {
  const node = findUseCase(content, useCase);
  return node ? readStory(node) : null;
}

function arrangedFrames(content: StoryContent, story: Story, useCase: string): ToldFrame[] | null {
  const kept: Storyboard | undefined = Object.hasOwn(content.storyboards, useCase)
    ? content.storyboards[useCase]
    : undefined;
  if (!kept || kept.frames.length === 0) return null;
  return kept.frames
    .map((frame): ToldFrame => {
      const step = frame.step === '' ? undefined : story.steps.find(({ id }) => id === frame.step);
      return { ...frame, step: step?.id ?? '', ...shownOf(step) };
    })
    .map(withScreensOf(content));
}

const shownOf = (step: StoryStep | undefined) => ({
  words: step?.words ?? '',
  image: step?.image ?? null,
  snippets: step?.snippets ?? [],
});

type Untold = Omit<ToldFrame, 'id'>;

const plain = (beat: Beat, caption: string, words = ''): Untold => ({
  beat,
  caption: shorten(caption),
  step: '',
  screen: '',
  words,
  image: null,
  snippets: [],
});

function stepFrame(step: StoryStep, index: number, screen = step.screens[0] ?? ''): Untold {
  const beat = index === 0 ? 'firstUse' : 'doing';
  const caption = step.title === '' ? (step.words.split('\n')[0] ?? '') : step.title;
  const words = step.title === '' ? '' : step.words;
  return { ...plain(beat, caption), ...shownOf(step), words, step: step.id, screen };
}

/** Six to eight frames. What nobody wrote goes first when there are too many, then the opening becomes one frame. */
function overview({ facts, steps }: Story): Untold[] {
  const told = groupsOf(steps, mostFrames - 2).map(groupFrame);
  const middle = [...told, ...[plain('firstUse', ''), plain('doing', '')].slice(told.length)];
  const opening = [plain('discovery', facts.when, facts.who), plain('need', facts.goal)];
  const ending = [plain('solved', facts.ending), plain('return', '')];
  const room = mostFrames - middle.length;
  if (room >= 4) return [...opening, ...middle, ...ending];
  const [first, second] = opening;
  const [last] = ending;
  if (!first || !second || !last) return middle;
  if (room === 3) return [first, second, ...middle, last];
  const merged = first.caption === '' ? second : { ...first, words: second.caption };
  return [{ ...merged, beat: 'discovery' }, ...middle, last];
}

/** At most `most` groups of neighbours, as equal as can be. */
function groupsOf(steps: readonly StoryStep[], most: number): StoryStep[][] {
  const count = Math.min(most, steps.length);
  return Array.from({ length: count }, (_, index) =>
    steps.slice(Math.round((index * steps.length) / count), Math.round(((index + 1) * steps.length) / count)),
  );
}

function groupFrame(group: StoryStep[], index: number): Untold {
  const [first, ...others] = group.map((step) => stepFrame(step, index));
  if (!first) return plain('doing', '');
  const pictured = [first, ...others].find(({ screen, image }) => screen !== '' || image !== null) ?? first;
  const last = others.at(-1)?.caption ?? '';
  const caption = last === '' ? first.caption : shorten(`${first.caption} … ${last}`);
  return { ...first, caption, screen: pictured.screen, image: pictured.image };
}

function wholeStory({ facts, steps }: Story): Untold[] {
  const told = steps.flatMap((step, index) =>
    step.screens.length === 0
      ? [stepFrame(step, index)]
      : step.screens.map((screen) => stepFrame(step, index, screen)),
  );
  return [
    plain('discovery', facts.when, facts.who),
    plain('need', facts.goal),
    ...told,
    plain('solved', facts.ending),
  ];
}

const withIds = (frames: readonly Untold[]): ToldFrame[] =>
  frames.map((frame, index) => ({ ...frame, id: `told-${index}` }));

/** Forgets screens that are gone. */
const withScreensOf =
  ({ screens }: Pick<NarrativeContent, 'screens'>) =>
  (frame: ToldFrame): ToldFrame =>
    Object.hasOwn(screens, frame.screen) ? frame : { ...frame, screen: '' };

const isTold = ({ caption, screen, image, snippets }: ToldFrame): boolean =>
  caption !== '' || screen !== '' || image !== null || snippets.length > 0;

/** Cut between characters as people see them, not between their code units. */
function shorten(text: string): string {
  if (text.length <= captionLength) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > captionLength - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
