import { useEffect, useState } from 'react';

/** The moment, once a second while it is asked for. */
export function useNow(isAsked: boolean): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!isAsked) return;
    setNow(new Date());
    const ticking = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(ticking);
  }, [isAsked]);
  return now;
}
