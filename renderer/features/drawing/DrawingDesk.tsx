import { type KeyboardEvent, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { MockupSkeleton } from '../../../core/screens/mockups';
import type { ScreenPicture, ScreenRecord } from '../../../core/screens/screenRecord';
import { DeskBar } from './DeskBar';
import { DrawingBoundary } from './DrawingBoundary';
import classes from './DrawingDesk.module.css';
import { KeepNotice } from './KeepNotice';
import { OpeningProblem } from './OpeningProblem';
import type { DrawingStart } from './opening';
import { useDesk } from './useDesk';
import { useInertApp } from './useInertApp';

export interface DrawingDeskProps {
  /** The screen as it was when the desk was opened. */
  screen: ScreenRecord;
  /** What a screen without a drawing is begun from. */
  start: DrawingStart;
  /** The screen as it is now, in every window; null once it was deleted. */
  current: () => ScreenRecord | null;
  theme: 'light' | 'dark';
  /** Small mock-ups to put on the sheet. */
  components?: readonly MockupSkeleton[];
  /**
   * The drawing is durable; write it into the screen. `isFurther` is true when it goes on from one that was kept in
   * this same sitting, so that one sitting need not become many versions.
   */
  onKept: (picture: ScreenPicture, isFurther: boolean) => void;
  onClose: () => void;
}

/** Draws a screen, over the whole window. Everything else waits until it is closed. */
export function DrawingDesk(props: DrawingDeskProps) {
  const { screen, theme, components = [], onClose } = props;
  const region = useRef<HTMLDialogElement>(null);
  const desk = useDesk(props);
  const { Drawing, attempt, problem, sheet, state } = desk;
  useInertApp(region);

  const onKeyDown = (event: KeyboardEvent) => {
    // Keys belong to the drawing; the commands of the window behind it must not hear them.
    event.stopPropagation();
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (isDone && !event.isDefaultPrevented()) void desk.done();
  };

  const onKeyDownCapture = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    // Links and files of this computer lead out of the window; saving is what the browser would do with the page.
    if (!(event.ctrlKey || event.metaKey) || !['k', 'o', 's'].includes(key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 's') desk.keepNow();
  };

  return createPortal(
    <dialog
      ref={region}
      open
      tabIndex={-1}
      className={classes.desk}
      aria-modal="true"
      aria-label={`Drawing “${screen.title || 'Untitled screen'}”`}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
    >
      <DeskBar
        title={screen.title}
        state={state}
        sheet={sheet}
        components={components}
        onDone={() => void desk.done()}
      />
      <KeepNotice
        state={state}
        isAskedToClear={desk.isAskedToClear}
        sheet={sheet}
        title={screen.title}
        onRetry={() => void desk.done()}
        onKeepOver={() => void desk.keepOver()}
        onLeave={desk.leave}
      />
      <div className={classes.sheet}>
        {problem ? (
          <OpeningProblem
            problem={problem}
            screen={screen}
            onBegin={desk.begin}
            onRetry={desk.tryAgain}
            onClose={onClose}
          />
        ) : (
          Drawing && (
            <DrawingBoundary key={attempt.number} onFailure={desk.onProblem}>
              <Drawing
                opening={attempt.opening}
                theme={theme}
                onReady={desk.onReady}
                onChange={desk.onChange}
                onProblem={desk.onProblem}
              />
            </DrawingBoundary>
          )
        )}
      </div>
    </dialog>,
    document.body,
  );
}
