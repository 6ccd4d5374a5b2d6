import { useDebouncedValue } from '@mantine/hooks';
import { useCallback } from 'react';
import { useBetweenKeys } from '../../ui/useBetweenKeys';
import type { OpenSession } from './openSession';

/** Quiet time after a save before anything is asked about the text, in milliseconds. */
const quietMs = 600;

/** When the newest words were saved, told once no others followed for a moment; '' before the first save. */
export function useRestedSave(session: OpenSession): string {
  const read = useCallback(() => lastSave(session), [session]);
  const [rested] = useDebouncedValue(useBetweenKeys(session.subscribe, read), quietMs);
  return rested;
}

const lastSaves = new WeakMap<OpenSession, string>();

/** When the newest words were acknowledged; while others are under way, when the ones before were. */
function lastSave(session: OpenSession): string {
  const status = session.status();
  if (status.kind === 'saved') lastSaves.set(session, status.at);
  return lastSaves.get(session) ?? '';
}
