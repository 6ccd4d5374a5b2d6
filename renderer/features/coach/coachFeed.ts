import type { CoachAnswer, CoachMessage } from '../../../core/coach/live/coachMessages';

/** A message without its number, whichever kind it is. */
type Unnumbered<M> = M extends CoachMessage ? Omit<M, 'version'> : never;

/** The worker as the window sees it: told what changed, it answers when it has read. */
export interface CoachFeed {
  /** Answers the number of the message. */
  tell(message: Unnumbered<CoachMessage>): number;
  close(): void;
}

export interface CoachListeners {
  onAnswer: (answer: CoachAnswer) => void;
  /** The worker cannot go on; no more answers come. */
  onStopped: () => void;
}

/** Starts a worker, so that nothing is checked where keys are handled. */
export function startCoachFeed({ onAnswer, onStopped }: CoachListeners): CoachFeed {
  const worker = new Worker(new URL('./coachWorker.ts', import.meta.url), { type: 'module' });
  let version = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<CoachAnswer>) => onAnswer(data));
  worker.addEventListener('error', onStopped);
  return {
    tell(message) {
      version += 1;
      worker.postMessage({ ...message, version });
      return version;
    },
    close: () => worker.terminate(),
  };
}
