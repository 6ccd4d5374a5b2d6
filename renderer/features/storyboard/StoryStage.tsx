import type { ToldFrame } from '../../../core/screens/frames';
import { hotspotsInOrder } from '../../../core/screens/hotspots';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { beatNames } from './beatWords';
import { pictureOf, pictureOfScreen } from './framePicture';
import { StagePicture } from './StagePicture';
import classes from './StoryPlayer.module.css';
import type { StoryWalk } from './useStory';

export interface StoryStageProps {
  frame: ToldFrame;
  count: number;
  walk: StoryWalk;
  screens: Readonly<Record<string, ScreenRecord>>;
}

/** The frame that is told now: its picture with places to press, and its words, which are read out as they change. */
export function StoryStage({ frame, count, walk, screens }: StoryStageProps) {
  const id = walk.aside === '' ? frame.screen : walk.aside;
  const screen = Object.hasOwn(screens, id) ? screens[id] : undefined;
  const picture = screen ? pictureOfScreen(screen) : pictureOf(frame, screens);
  const caption = walk.aside === '' ? frame.caption : screen?.title || 'A screen without a name';
  const shape = picture.kind === 'picture' && picture.size && picture.size.ratio < 1 ? 'tall' : 'wide';
  return (
    <div className={classes.stage} data-shape={shape} data-kind={picture.kind}>
      {picture.kind !== 'words' && (
        <div className={classes.room}>
          <StagePicture key={id} picture={picture} beat={frame.beat}>
            {screen && <Places screen={screen} screens={screens} onFollow={walk.follow} />}
          </StagePicture>
        </div>
      )}
      <div className={classes.words} aria-live="polite" aria-atomic>
        <p className={classes.count}>
          {walk.aside === ''
            ? `Frame ${walk.index + 1} of ${count}: ${beatNames[frame.beat]}`
            : 'Beside the story'}
        </p>
        {caption !== '' && <p className={classes.caption}>{caption}</p>}
        {walk.aside === '' && frame.words !== '' && <p className={classes.more}>{frame.words}</p>}
      </div>
    </div>
  );
}

/** Places that lead on, as buttons over the picture in the order of reading. */
function Places(props: {
  screen: ScreenRecord;
  screens: Readonly<Record<string, ScreenRecord>>;
  onFollow: (screen: string) => void;
}) {
  const { screen, screens, onFollow } = props;
  if (!screen.picture) return null;
  return hotspotsInOrder(screen.hotspots)
    .filter(({ to }) => Object.hasOwn(screens, to))
    .map(({ id, x, y, width, height, label, to }) => (
      <button
        key={id}
        type="button"
        className={classes.place}
        style={{
          left: `${x * 100}%`,
          top: `${y * 100}%`,
          width: `${width * 100}%`,
          height: `${height * 100}%`,
        }}
        aria-label={label || `Go to ${screens[to]?.title || 'the next screen'}`}
        onClick={() => onFollow(to)}
      />
    ));
}
