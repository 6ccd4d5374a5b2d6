import { useEffect, useEffectEvent, useState } from 'react';
import type { DatelineError } from '../../../core/api/errors';

interface Opened {
  /** What was on its way lies on the sheet. */
  isReady: boolean;
  problem: DatelineError | null;
  done: () => Promise<void>;
}

/** A Done that is pressed while there is nothing on the sheet yet waits, and counts once there is. */
export function useEarlyDone({ isReady, problem, done }: Opened) {
  const [isAwaited, setAwaited] = useState(false);
  const finish = useEffectEvent(done);
  useEffect(() => {
    if (!isAwaited || !(isReady || problem)) return;
    setAwaited(false);
    if (isReady) void finish();
  }, [isAwaited, isReady, problem]);
  return { isAwaited, wait: () => setAwaited(true) };
}
