import type { CoachAnswer, CoachMessage } from '../../../core/coach/live/coachMessages';
import { LiveCheck } from '../../../core/coach/live/liveCheck';
import type { CoachFeed, CoachListeners } from '../../../renderer/features/coach/coachFeed';

/** The worker's work without a thread: it answers when the test says so. */
export function inlineFeed() {
  const live = new LiveCheck();
  const told: CoachMessage['kind'][] = [];
  let version = 0;
  let listeners: CoachListeners | null = null;
  const give = (): CoachMessage['kind'][] => {
    const answer: CoachAnswer = { version, ...live.answer() };
    // What goes to a thread and back is copied, so nothing may hang on identity.
    listeners?.onAnswer(structuredClone(answer));
    return told;
  };
  return {
    told,
    startFeed: (given: CoachListeners): CoachFeed => {
      listeners = given;
      return {
        tell(message) {
          version += 1;
          told.push(message.kind);
          take(live, structuredClone(message) as CoachMessage);
          return version;
        },
        close: () => undefined,
      };
    },
    /** Answers from what is read so far. */
    give,
    /** Reads the whole and answers. */
    readAll: () => {
      live.readAll();
      give();
    },
    stop: () => listeners?.onStopped(),
  };
}

function take(live: LiveCheck, message: CoachMessage): void {
  if (message.kind === 'settle') live.settle(message.settled, message.today);
  else if (message.kind === 'content') live.setContent(message.content);
  else if (message.kind === 'rest') live.setRest(message.rest);
  else live.change(message.change);
}
