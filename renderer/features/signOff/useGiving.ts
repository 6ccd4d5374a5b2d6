import { useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';

/** Sends a form once, tells why it could not be kept, and lets it be tried again. */
export function useGiving() {
  const [error, setError] = useState<DatelineError | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function give(act: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await act();
    } catch (thrown) {
      setError(toDatelineError(thrown));
      setBusy(false);
    }
  }
  return { error, isBusy, give };
}
