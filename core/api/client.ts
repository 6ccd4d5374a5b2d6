import { contract, type Input, type Output } from './contract';
import { DatelineError } from './errors';
import type { Operation } from './operations';
import { resultSchema } from './result';

/** Calls one operation. Rejects with a `DatelineError`, never with anything else. */
export type Call = <K extends Operation>(operation: K, input: Input<K>) => Promise<Output<K>>;

/** A typed client over any transport; `send` rejects when the host cannot be reached. */
export function createClient(send: (operation: Operation, input: unknown) => Promise<unknown>): Call {
  return async <K extends Operation>(operation: K, input: Input<K>): Promise<Output<K>> => {
    const answer = resultSchema.safeParse(await send(operation, input).catch(unreachable));
    if (!answer.success)
      throw new DatelineError('internal', 'Dateline answered in a way this window does not understand.');
    if (!answer.data.ok) throw DatelineError.fromData(answer.data.error);
    return contract[operation].output.parse(answer.data.value) as Output<K>;
  };
}

/** A transport that knows better says so itself. */
function unreachable(thrown: unknown): never {
  if (thrown instanceof DatelineError) throw thrown;
  throw new DatelineError(
    'unreachable',
    'Dateline has stopped, so nothing can be saved at the moment.',
    'Your words are safe in this window. Save a copy, then start Dateline again.',
  );
}
