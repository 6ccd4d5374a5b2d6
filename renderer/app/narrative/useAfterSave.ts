import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Output } from '../../../core/api/contract';
import type { DatelineError } from '../../../core/api/errors';
import { useConnection } from '../../client/ConnectionProvider';
import type { OpenSession } from '../../editor/session/openSession';
import { useRestedSave } from '../../editor/session/useRestedSave';

/** Reads what the host knows about the saved text, again after each save that is followed by a pause. */
export function useAfterSave<K extends 'narratives.gauge'>(operation: K, session: OpenSession) {
  const { call } = useConnection();
  const savedAt = useRestedSave(session);
  return useQuery<Output<K>, DatelineError>({
    queryKey: [operation, session.id, savedAt],
    queryFn: () => call(operation, { id: session.id } as Parameters<typeof call<K>>[1]),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
