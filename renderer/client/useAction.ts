import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Input, Output } from '../../core/api/contract';
import type { DatelineError } from '../../core/api/errors';
import type { Operation } from '../../core/api/operations';
import { useConnection } from './ConnectionProvider';

/** What to read again after an action that no event announces. */
const rereads: Partial<Record<Operation, Operation>> = {
  'settings.update': 'settings.read',
  'coach.update': 'coach.read',
  'library.dismissNotices': 'library.list',
  'versions.keep': 'versions.list',
  'versions.rename': 'versions.list',
};

/** Runs an operation that changes something. */
export function useAction<K extends Operation>(
  operation: K,
): UseMutationResult<Output<K>, DatelineError, Input<K>> {
  const { call } = useConnection();
  const queryClient = useQueryClient();
  return useMutation<Output<K>, DatelineError, Input<K>>({
    mutationFn: (input) => call(operation, input),
    onSuccess: async () => {
      const reread = rereads[operation];
      if (reread) await queryClient.invalidateQueries({ queryKey: [reread] });
    },
  });
}
