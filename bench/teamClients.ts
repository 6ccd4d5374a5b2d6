import { setTimeout as pause } from 'node:timers/promises';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { formatVersion } from '../core/format/narrativeFile';
import { partFragment } from '../core/narrative/narrativeDoc';
import { liveAnswerSchema, liveProtocol } from '../core/team/liveMessages';
import type { ClientAnswer, ClientOrder } from './teamOrders';

/** As fast as people type who do not look up. */
const keysPerSecond = 4;
const keepEveryMs = 1000;
const warmUpMs = 1500;

interface Client {
  doc: Y.Doc;
  provider: HocuspocusProvider;
  destroy: () => void;
}

/** The windows of the benchmark, in a process of their own; one clock for who writes and who sees it. */
process.on('message', (order: ClientOrder) => {
  void (order.do === 'write' ? write(order) : join(order)).then((answer) => process.send?.(answer));
});

function open(port: number, narrative: string): Client {
  const doc = new Y.Doc();
  const socket = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}/`,
    WebSocketPolyfill: WebSocket,
  });
  const token = JSON.stringify({ protocol: liveProtocol, format: formatVersion });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: narrative,
    document: doc,
    token,
  });
  provider.attach();
  const destroy = () => {
    provider.destroy();
    socket.destroy();
  };
  return { doc, provider, destroy };
}

function synced({ provider }: Client): Promise<void> {
  if (provider.isSynced) return Promise.resolve();
  return new Promise((resolve) => provider.on('synced', () => resolve()));
}

async function join({ port, narratives }: ClientOrder & { do: 'join' }): Promise<ClientAnswer> {
  const joinMs: number[] = [];
  for (const narrative of narratives) {
    const started = performance.now();
    const client = open(port, narrative);
    await synced(client);
    joinMs.push(performance.now() - started);
    client.destroy();
  }
  return { did: 'join', joinMs };
}

async function write(order: ClientOrder & { do: 'write' }): Promise<ClientAnswer> {
  const { ports, narratives, writers, seconds } = order;
  const used = narratives.slice(0, Math.min(narratives.length, writers));
  const port = (index: number) => ports[index % ports.length] ?? 0;
  const pens = Array.from({ length: writers }, (_, index) => ({
    index,
    client: open(port(Math.floor(index / used.length)), used[index % used.length] ?? ''),
  }));
  // Who looks on sits at the last process, who writes at the first ones.
  const readers = used.map((narrative) => open(port(ports.length - 1), narrative));
  const all = [...pens.map(({ client }) => client), ...readers];
  await Promise.all(all.map(synced));
  const sentAt = new Map<string, number>();
  const propagationMs: number[] = [];
  for (const reader of readers) watch(reader, sentAt, propagationMs);
  const keptMs: number[] = [];
  await Promise.all(
    pens.map(({ client }, index) => type(client, { index, writers, seconds, sentAt, keptMs })),
  );
  await pause(1000);
  for (const client of all) client.destroy();
  return { did: 'write', propagationMs, keptMs, changes: sentAt.size };
}

/** Notes how long each word took that somebody wrote. */
function watch({ doc }: Client, sentAt: ReadonlyMap<string, number>, into: number[]): void {
  partFragment(doc, 'plan').observeDeep((events) => {
    const now = performance.now();
    for (const event of events)
      for (const { insert } of event.delta as { insert?: unknown }[])
        if (typeof insert === 'string')
          for (const word of insert.match(/<[^>]+>/g) ?? []) {
            const sent = sentAt.get(word);
            if (sent !== undefined) into.push(now - sent);
          }
  });
}

interface Typing {
  index: number;
  writers: number;
  seconds: number;
  sentAt: Map<string, number>;
  keptMs: number[];
}

/** Types at one place of the plan, and asks each second that it be kept. */
async function type({ doc, provider }: Client, typing: Typing): Promise<void> {
  const { index, writers, seconds, sentAt, keptMs } = typing;
  const asked = new Map<number, number>();
  provider.on('stateless', ({ payload }: { payload: string }) => {
    const answer = liveAnswerSchema.parse(JSON.parse(payload));
    if (answer.kind === 'kept') keptMs.push(performance.now() - (asked.get(answer.n) ?? Number.NaN));
  });
  const plan = partFragment(doc, 'plan');
  const paragraph = plan.get(index % plan.length) as Y.XmlElement;
  const text = paragraph.get(0) as Y.XmlText;
  const every = 1000 / keysPerSecond;
  const start = performance.now() + (index / writers) * every;
  let nextKeep = start + keepEveryMs;
  for (let key = 0; key * every < seconds * 1000 + warmUpMs; key += 1) {
    await pause(Math.max(0, start + key * every - performance.now()));
    const word = `<${index}.${key}>`;
    if (key * every >= warmUpMs) sentAt.set(word, performance.now());
    text.insert(Math.min(5, text.length), word);
    if (performance.now() < nextKeep) continue;
    nextKeep += keepEveryMs;
    asked.set(key, performance.now());
    provider.sendStateless(JSON.stringify({ kind: 'keep', n: key }));
  }
}
