import { useState } from 'react';
import { type DatelineError, toDatelineError } from '../../core/api/errors';

export interface Attempt {
  isBusy: boolean;
  /** Why the last attempt failed; null while none did. */
  error: DatelineError | null;
  /** Does something that has to be durable before it shows; `then` only runs once it is. */
  attempt: (work: () => Promise<void>, then?: () => void) => void;
}

/** Something a person waits for, with the reason when it fails. `before` is why an earlier try failed elsewhere. */
export function useAttempt(before: DatelineError | null = null): Attempt {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState(before);
  const attempt: Attempt['attempt'] = (work, then) => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    work()
      .then(() => then?.())
      .catch((thrown: unknown) => setError(toDatelineError(thrown)))
      .finally(() => setBusy(false));
  };
  return { isBusy, error, attempt };
}
