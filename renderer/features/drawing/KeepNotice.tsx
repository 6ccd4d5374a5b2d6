import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Banner } from '../../ui/Banner';
import { downloadFile } from '../../ui/downloadFile';
import type { Sheet } from './Drawing';
import classes from './DrawingDesk.module.css';
import type { KeepState } from './keeper';

interface KeepNoticeProps {
  state: KeepState;
  isAskedToClear: boolean;
  sheet: Sheet | null;
  title: string;
  onRetry: () => void;
  onKeepOver: () => void;
  onLeave: () => void;
}

/** Why a drawing is not kept yet, and what can be done about it. Nothing to see while all is well. */
export function KeepNotice(props: KeepNoticeProps) {
  const { state, isAskedToClear, sheet, title, onRetry, onKeepOver, onLeave } = props;
  if (state.kind === 'failed') {
    const { message, next } = state.error;
    return (
      <Notice tone="stop" words={`${message} ${next ?? ''}`} title="Your drawing is not kept yet.">
        <Button size="xs" onClick={onRetry}>
          Try again
        </Button>
        <Button size="xs" variant="default" onClick={() => void (sheet && saveCopy(sheet, title))}>
          Save a copy
        </Button>
        <Button size="xs" variant="subtle" onClick={onLeave}>
          Close without keeping it
        </Button>
      </Notice>
    );
  }
  if (state.kind === 'overtaken') {
    return (
      <Notice tone="gold" {...overtakenWords(state.isGone)}>
        <Button size="xs" onClick={onKeepOver}>
          {state.isGone ? 'Keep it' : 'Keep both'}
        </Button>
        <Button size="xs" variant="subtle" onClick={onLeave}>
          {state.isGone ? 'Close without keeping it' : 'Leave theirs as it is'}
        </Button>
      </Notice>
    );
  }
  if (!isAskedToClear) return null;
  return (
    <Notice tone="gold" title="The sheet is empty." words="The screen keeps the drawing it had.">
      <Button size="xs" onClick={onRetry}>
        Close
      </Button>
    </Notice>
  );
}

function overtakenWords(isGone: boolean) {
  if (isGone) {
    return {
      title: 'This screen was deleted in another window meanwhile.',
      words: 'Keeping your drawing brings it back.',
    };
  }
  return {
    title: 'This screen was changed in another window meanwhile.',
    words: 'Keep both: yours is shown, and theirs becomes the version before it.',
  };
}

function Notice(props: { tone: 'stop' | 'gold'; title: string; words: string; children: ReactNode }) {
  return (
    <div className={classes.notice}>
      <Banner tone={props.tone}>
        <p>
          <b>{props.title}</b> {props.words}
        </p>
        <p className={classes.choices}>{props.children}</p>
      </Banner>
    </div>
  );
}

async function saveCopy(sheet: Sheet, title: string): Promise<void> {
  const { scene } = await sheet.export();
  const name = title.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'drawing';
  downloadFile(`${name}.excalidraw`, 'application/json', new TextDecoder().decode(scene));
}
