import { type ReactNode, useState } from 'react';
import { assetUrl } from '../../client/assetUrl';

export interface ScreenImageProps {
  asset: string;
  alt: string;
  /** Shown when the picture's file is gone. */
  lost: ReactNode;
}

/** A stored picture, loaded when it comes into view. */
export function ScreenImage({ asset, alt, lost }: ScreenImageProps) {
  const [lostAsset, setLostAsset] = useState('');
  if (lostAsset === asset) return lost;
  return (
    <img
      src={assetUrl(asset)}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setLostAsset(asset)}
    />
  );
}
