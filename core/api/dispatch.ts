import { z } from 'zod';
import { type Contract, contract, type ParsedInput } from './contract';
import { DatelineError, toDatelineError } from './errors';
import { isOperation, type Operation } from './operations';
import type { Result } from './result';

/** The host's side of the contract: one handler for each operation. */
export type Handlers = {
  [K in Operation]: (input: ParsedInput<K>) => Promise<z.input<Contract[K]['output']>>;
};

/** Turns an untyped message into an answer. Never throws. */
export type Dispatch = (operation: unknown, input: unknown) => Promise<Result<unknown>>;

/**
 * The only door into the host: every shell calls this, so checks and error shapes cannot drift apart.
 * `report` hears of failures nobody expected, with their details, for the log.
 */
export function createDispatch(
  handlers: Handlers,
  report: (operation: string, thrown: unknown) => void,
): Dispatch {
  return async (operation, input) => {
    if (!isOperation(operation))
      return failure(new DatelineError('unknown-operation', 'Dateline does not know this request.'));
    try {
      return { ok: true, value: await callHandler(handlers, operation, input) };
    } catch (thrown) {
      if (!(thrown instanceof DatelineError)) report(operation, thrown);
      return failure(toDatelineError(thrown));
    }
  };
}

async function callHandler(handlers: Handlers, operation: Operation, input: unknown): Promise<unknown> {
  const { input: inputSchema, output } = contract[operation];
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw unreadableRequest(parsed.error);
  const handler = handlers[operation] as (input: unknown) => Promise<unknown>;
  return output.parse(await handler(parsed.data));
}

/** The refusal of input that breaks the contract. */
export function unreadableRequest(fault: z.ZodError): DatelineError {
  return new DatelineError('bad-request', `Dateline could not read this request: ${z.prettifyError(fault)}`);
}

function failure(error: DatelineError): Result<never> {
  return { ok: false, error: error.toData() };
}
