import { useEffect, useState } from 'react';

/** How long work may take before the app says that it is working, in milliseconds. */
const patienceMs = 400;

/** True once `isWaiting` has held for a while, so that quick work never flickers. */
export function useAfterDelay(isWaiting: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setIsLate(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isWaiting]);
  return isWaiting && isLate;
}
