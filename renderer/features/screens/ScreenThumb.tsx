import { useState } from 'react';
import type { ScreenPicture } from '../../../core/screens/screenRecord';
import { assetUrl } from '../../client/assetUrl';
import classes from './Screens.module.css';

/** The picture of a screen in a small box that stands before it is loaded; words where there is none. */
export function ScreenThumb({ picture, alt }: { picture: ScreenPicture | null; alt: string }) {
  const [missing, setMissing] = useState('');
  if (!picture) return <span className={classes.thumb}>Not drawn yet</span>;
  if (missing === picture.png) return <span className={classes.thumb}>Its picture is gone</span>;
  return (
    <span className={classes.thumb}>
      <img
        src={assetUrl(picture.png)}
        alt={alt}
        width={picture.width}
        height={picture.height}
        loading="lazy"
        decoding="async"
        onError={() => setMissing(picture.png)}
      />
    </span>
  );
}
