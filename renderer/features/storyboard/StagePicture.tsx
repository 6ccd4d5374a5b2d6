import type { CSSProperties, ReactNode } from 'react';
import type { StorySnippet } from '../../../core/screens/readStory';
import type { Beat } from '../../../core/screens/storyboard';
import { BeatGlyph } from './BeatGlyph';
import type { FramePicture, PictureSize } from './framePicture';
import { ScreenImage } from './ScreenImage';
import classes from './StoryPlayer.module.css';

export interface StagePictureProps {
  picture: Exclude<FramePicture, { kind: 'words' }>;
  beat: Beat;
  /** Lies over the picture. */
  children?: ReactNode;
}

/** What the frame of a played story shows, or what is missing of it. */
export function StagePicture({ picture, beat, children }: StagePictureProps) {
  switch (picture.kind) {
    case 'code':
      return <Code snippets={picture.snippets} />;
    case 'undrawn':
      return <Missing beat={beat} title={picture.title} what="Not drawn yet." />;
    case 'picture': {
      const { asset, alt, size } = picture;
      const what = 'Its file is no longer in the library.';
      const lost = <Missing beat={beat} title={alt || 'A picture'} what={what} />;
      return (
        <div
          className={classes.picture}
          data-sized={size !== null || undefined}
          style={size ? styleOf(size) : {}}
        >
          <ScreenImage asset={asset} alt={alt} lost={lost} />
          {children}
        </div>
      );
    }
  }
}

const styleOf = ({ ratio, width }: PictureSize) =>
  ({ '--ratio': ratio, '--width': `${width}px` }) as CSSProperties;

function Missing({ beat, title, what }: { beat: Beat; title: string; what: string }) {
  return (
    <div className={classes.missing}>
      <BeatGlyph beat={beat} />
      <p>{title}</p>
      <p>{what}</p>
    </div>
  );
}

const roleNames: Readonly<Record<string, string>> = { request: 'Request', response: 'Response' };

function Code({ snippets }: { snippets: readonly StorySnippet[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls has to be reachable by keyboard
    <section className={classes.code} aria-label="Code" tabIndex={0}>
      {snippets.map(({ text, role }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: snippets have no identity and never move while they are shown
        <figure key={index}>
          {roleNames[role] && <figcaption>{roleNames[role]}</figcaption>}
          <pre>{text}</pre>
        </figure>
      ))}
    </section>
  );
}
