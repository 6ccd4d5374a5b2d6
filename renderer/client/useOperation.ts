import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Input, Output } from '../../core/api/contract';
import type { DatelineError } from '../../core/api/errors';
import type { Operation } from '../../core/api/operations';
import { useConnection } from './ConnectionProvider';

interface ReadOptions<T> {
  enabled?: boolean;
  /** Shows the last answer while one for a new input is on its way, instead of nothing. */
  keepPrevious?: boolean;
  /** Reads again after this many milliseconds, for answers that grow by themselves. */
  refetchMs?: (answer: T | undefined) => number | false;
}

/** Reads an operation's answer and keeps it until an event makes it old. */
export function useOperation<K extends Operation>(
  operation: K,
  input: Input<K>,
  options: ReadOptions<Output<K>> = {},
): UseQueryResult<Output<K>, DatelineError> {
  const { call } = useConnection();
  return useQuery<Output<K>, DatelineError>({
    queryKey: [operation, input],
    queryFn: () => call(operation, input),
    enabled: options.enabled ?? true,
    refetchInterval: ({ state }) => options.refetchMs?.(state.data) ?? false,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
