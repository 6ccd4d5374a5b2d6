import { startTransition, useEffect, useState } from 'react';

/** Follows a store as work that steps aside for keys, which `useSyncExternalStore` never does. */
export function useBetweenKeys<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  const [known, setKnown] = useState({ read, value: read() });
  useEffect(() => {
    const follow = () => {
      const value = read();
      const next = (before: typeof known) =>
        before.read === read && Object.is(before.value, value) ? before : { read, value };
      startTransition(() => setKnown(next));
    };
    follow();
    return subscribe(follow);
  }, [subscribe, read]);
  // Another store is shown at once, not after the words of the one before.
  return known.read === read ? known.value : read();
}
