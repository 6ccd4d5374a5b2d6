import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Banner.module.css';

export type BannerTone = 'stop' | 'gold' | 'info';

const icons = { stop: IconAlertTriangle, gold: IconCopy, info: IconHistory };

/** What happened, what to do, what is safe. Only `stop` interrupts a screen reader. */
export function Banner(props: { tone: BannerTone; children: ReactNode; onDismiss?: () => void }) {
  const Icon = icons[props.tone];
  return (
    <div
      className={`${classes.banner} ${classes[props.tone]}`}
      role={props.tone === 'stop' ? 'alert' : 'status'}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
      <div className={classes.words}>{props.children}</div>
      {props.onDismiss && (
        <CloseButton size="sm" aria-label="Put this message away" onClick={props.onDismiss} />
      )}
    </div>
  );
}
