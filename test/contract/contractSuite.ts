import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../core/api/client';
import type { Handlers } from '../../core/api/dispatch';
import { DatelineError, errorCodes } from '../../core/api/errors';
import { type Operation, operations } from '../../core/api/operations';
import { createFakeHost, type FakeHost } from '../server/fakeHost';
import { examples } from './examples';

/** A way to reach a host from a window. */
export interface ContractTransport {
  send(operation: string, input: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** What the contract promises over every transport; each shell runs this one suite. */
export function describeContract(
  transportName: string,
  open: (host: FakeHost) => Promise<ContractTransport>,
): void {
  describe(`the contract over ${transportName}`, () => {
    const host = createFakeHost();
    let transport: ContractTransport;
    beforeAll(async () => {
      transport = await open(host);
    });
    afterAll(() => transport.close());
    beforeEach(() => {
      host.calls.length = 0;
    });

    testCarriage(host, () => transport);
    testRefusals(host, () => transport);
  });
}

/** Good calls and expected failures arrive as they were sent. */
function testCarriage(host: FakeHost, transport: () => ContractTransport): void {
  const call = createClient((operation, input) => transport().send(operation, input));

  test.each(operations)('%s carries its input in and its answer out', async (operation) => {
    const received = answerAndRecord(host, operation);
    expect(await call(operation, examples[operation].input)).toEqual(examples[operation].output);
    expect(received).toEqual([examples[operation].input]);
    expect(host.calls).toEqual([operation]);
  });

  test.each(errorCodes)('the failure %s arrives as the same failure', async (code) => {
    host.answer('library.dismissNotices', async () => {
      throw new DatelineError(code, `A sentence about ${code}.`, 'The next step.');
    });
    const failure = await call('library.dismissNotices', {}).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(DatelineError);
    expect(failure).toMatchObject({ code, message: `A sentence about ${code}.`, next: 'The next step.' });
  });

  test('a failure nobody expected tells no details', async () => {
    host.answer('library.dismissNotices', async () => {
      throw new Error('ENOENT at /home/someone/secret');
    });
    const answer = await transport().send('library.dismissNotices', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toMatch(/ENOENT|secret|stack/);
  });

  test('an answer that breaks the contract is not passed on', async () => {
    host.answer('narratives.duplicate', async () => ({ id: '../../etc' }));
    expect(
      await transport().send('narratives.duplicate', examples['narratives.duplicate'].input),
    ).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
  });
}

/** What is no call of ours reaches no handler. */
function testRefusals(host: FakeHost, transport: () => ContractTransport): void {
  test.each(operations)('%s refuses input of another shape', async (operation) => {
    for (const input of [null, 5, 'text', []])
      expect(await transport().send(operation, input)).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
    expect(host.calls).toEqual([]);
  });

  test.each(['narratives.drop', '', '__proto__', 'toString', 'Settings.read', 'settings.read '])(
    'the operation “%s” is unknown',
    async (operation) => {
      expect(await transport().send(operation, {})).toMatchObject({
        ok: false,
        error: { code: 'unknown-operation' },
      });
      expect(host.calls).toEqual([]);
    },
  );

  test.each([
    ['narratives.open', { id: '../secret' }],
    ['narratives.open', { id: 'fine-id', more: true }],
    ['narratives.save', { id: 'fine-id', update: 'not base64', window: 'w' }],
    ['library.list', { stage: 'all', sort: 'edited', offset: -1, limit: 1_000_000 }],
    ['narratives.restoreBackup', { id: 'fine-id', name: '../../x' }],
    ['app.openExternal', { url: 'javascript:alert(1)' }],
    ['app.openExternal', { url: 'file:///etc/passwd' }],
    ['assets.add', { fileName: '', data: '' }],
    ['jobs.cancel', { job: 'a b' }],
    ['settings.update', { theme: 'neon' }],
  ] satisfies [Operation, unknown][])('%s refuses %j', async (operation, input) => {
    expect(await transport().send(operation, input)).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
    expect(host.calls).toEqual([]);
  });
}

/** Lets the host give the operation's example answer; what the handler got is collected. */
function answerAndRecord(host: FakeHost, operation: Operation): unknown[] {
  const received: unknown[] = [];
  const handler = async (input: unknown) => {
    received.push(input);
    return examples[operation].output;
  };
  host.answer(operation, handler as Handlers[Operation]);
  return received;
}
