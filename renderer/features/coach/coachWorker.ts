import type { CoachAnswer, CoachMessage } from '../../../core/coach/live/coachMessages';
import { LiveCheck } from '../../../core/coach/live/liveCheck';

/** Rest after a change before the whole is read again; until then only the changed block was. In milliseconds. */
const restMs = 1200;

const live = new LiveCheck();
let version = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

addEventListener('message', ({ data }: MessageEvent<CoachMessage>) => {
  version = data.version;
  const isAnswerReady = take(data);
  clearTimeout(timer);
  if (isAnswerReady) answer();
  // What came together, such as the first text and its settings, is read once.
  timer = setTimeout(readAll, isAnswerReady ? restMs : 0);
});

/** True when there is something new to say before the whole is read. */
function take(message: CoachMessage): boolean {
  switch (message.kind) {
    case 'settle':
      live.settle(message.settled, message.today);
      return false;
    case 'content':
      live.setContent(message.content);
      return false;
    case 'rest':
      live.setRest(message.rest);
      return false;
    case 'change':
      return live.change(message.change);
  }
}

function readAll(): void {
  live.readAll();
  answer();
}

function answer(): void {
  postMessage({ version, ...live.answer() } satisfies CoachAnswer);
}
