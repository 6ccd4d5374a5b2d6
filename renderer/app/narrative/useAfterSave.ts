import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Output } from '../../../core/api/contract';
import type { DatelineError } from '../../../core/api/errors';
import { useConnection } from '../../client/ConnectionProvider';
import type { OpenSession } from '../../editor/session/openSession';
import { useSessionValue } from '../../editor/session/useSession';

/** Quiet time after a save before the host is asked about the text, in milliseconds. */
const quietMs = 600;

/** Reads what the host knows about the saved text, again after each save that is followed by a pause. */
export function useAfterSave<K extends 'narratives.gauge'>(operation: K, session: OpenSession) {
  const { call } = useConnection();
  const savedAt = useSessionValue(session, lastSave);
  const [settledAt] = useDebouncedValue(savedAt, quietMs);
  return useQuery<Output<K>, DatelineError>({
    queryKey: [operation, session.id, settledAt],
    queryFn: () => call(operation, { id: session.id } as Parameters<typeof call<K>>[1]),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

const lastSaves = new WeakMap<OpenSession, string>();

/** When the newest words were acknowledged; while others are under way, when the ones before were. */
function lastSave(session: OpenSession): string {
  const status = session.status();
  if (status.kind === 'saved') lastSaves.set(session, status.at);
  return lastSaves.get(session) ?? '';
}
