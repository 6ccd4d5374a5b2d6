import { useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';

/** Does one thing at a time and keeps the reason when it could not be done. */
export function useAttempt() {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<DatelineError | null>(null);
  const attempt = async (act: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await act();
    } catch (thrown) {
      setError(toDatelineError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, attempt };
}
