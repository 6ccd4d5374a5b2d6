import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Input, Operation, Output } from '../../core/api/contract';
import type { DatelineError } from '../../core/api/errors';
import { useConnection } from './ConnectionProvider';

interface ReadOptions {
  enabled?: boolean;
  /** Shows the last answer while one for a new input is on its way, instead of nothing. */
  keepPrevious?: boolean;
}

/** Reads an operation's answer and keeps it until an event makes it old. */
export function useOperation<K extends Operation>(
  operation: K,
  input: Input<K>,
  options: ReadOptions = {},
): UseQueryResult<Output<K>, DatelineError> {
  const { call } = useConnection();
  return useQuery<Output<K>, DatelineError>({
    queryKey: [operation, input],
    queryFn: () => call(operation, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
