import type { CSSProperties } from 'react';
import type { ToldFrame } from '../../../core/screens/frames';
import { hotspotsInOrder } from '../../../core/screens/hotspots';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { BeatGlyph } from './BeatGlyph';
import { type FramePicture, type PictureSize, pictureOf, pictureOfScreen } from './framePicture';
import { ScreenImage } from './ScreenImage';
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
          <Shown key={id} picture={picture} frame={frame}>
            {screen && <Places screen={screen} screens={screens} onFollow={walk.follow} />}
          </Shown>
        </div>
      )}
      <div className={classes.words} aria-live="polite" aria-atomic>
        <p className={classes.count}>
          {walk.aside === '' ? `Frame ${walk.index + 1} of ${count}` : 'Beside the story'}
        </p>
        {caption !== '' && <p className={classes.caption}>{caption}</p>}
        {walk.aside === '' && frame.words !== '' && <p className={classes.more}>{frame.words}</p>}
      </div>
    </div>
  );
}

function Shown(props: {
  picture: Exclude<FramePicture, { kind: 'words' }>;
  frame: ToldFrame;
  children: React.ReactNode;
}) {
  const { picture, frame, children } = props;
  const glyph = <BeatGlyph beat={frame.beat} />;
  if (picture.kind === 'undrawn') {
    return (
      <div className={classes.missing}>
        {glyph}
        <p>{picture.title}</p>
        <p>Not drawn yet.</p>
      </div>
    );
  }
  const lost = (
    <div className={classes.missing}>
      {glyph}
      <p>{picture.alt || 'A picture'}</p>
      <p>Its file is no longer in the library.</p>
    </div>
  );
  return (
    <div
      className={classes.picture}
      data-sized={picture.size !== null || undefined}
      style={picture.size ? styleOf(picture.size) : {}}
    >
      <ScreenImage asset={picture.asset} alt={picture.alt} lost={lost} />
      {children}
    </div>
  );
}

const styleOf = ({ ratio, width }: PictureSize) =>
  ({ '--ratio': ratio, '--width': `${width}px` }) as CSSProperties;

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
