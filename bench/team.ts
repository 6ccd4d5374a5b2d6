import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { narrativeIdSchema } from '../core/narrative/meta';
import { emptyContent } from '../core/narrative/narrativeDoc';
import type { RichDoc } from '../core/narrative/richText';
import { newNarrativeFile } from '../host/narratives/sharedNarrative';
import { openLibrary } from '../storage/library';
import { paragraphs } from './prose';
import { renderTable, type Table } from './report';
import { root } from './root';
import { median, ms, p95, ratio } from './statistics';
import type { ClientAnswer, ClientOrder, ServerCosts, ServerKind, ServerOrder } from './teamOrders';

const short = process.argv.includes('--short');
const seconds = short ? 2 : 6;
const rounds = short ? 1 : 2;
const narrativeCount = 40;
const kinds = ['Dateline', 'bare Hocuspocus'] as const satisfies readonly ServerKind[];
const [program = '', clientProgram = '', workers = ''] = process.argv.slice(2);
const work = await mkdtemp(join(tmpdir(), 'dateline-bench-team-'));
const redis = await startRedis();
const children = new Set<ChildProcess>();

async function makeLibrary(name: string, { count, pages }: { count: number; pages: number }) {
  const folder = join(work, name);
  const store = await openLibrary(folder, {
    now: () => new Date(),
    newId: () => narrativeIdSchema.parse('unused-id'),
  });
  const ids = Array.from({ length: count }, (_, index) => `${name}-${index}`);
  for (const id of ids) await store.write(narrative(id, pages));
  await store.close();
  return { folder, ids };
}

function narrative(id: string, pages: number) {
  const at = new Date().toISOString();
  const meta = {
    id: narrativeIdSchema.parse(id),
    name: id,
    createdAt: at,
    updatedAt: at,
    stage: 'drafting' as const,
    draft: 1,
    language: 'en-GB',
    confidentiality: '',
    lastPlace: null,
  };
  const content = paragraphs(pages).map((text) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  }));
  const plan: RichDoc = { type: 'doc', content };
  const all = emptyContent();
  return newNarrativeFile(meta, { ...all, parts: { ...all.parts, plan } });
}

interface RunningServer {
  port: number;
  costs: () => Promise<ServerCosts>;
  stop: () => Promise<void>;
}

async function startServer(order: Omit<ServerOrder, 'templates' | 'workers'>): Promise<RunningServer> {
  const full: ServerOrder = { ...order, templates: join(root, 'templates'), workers };
  const child = spawn(process.execPath, ['--expose-gc', program, JSON.stringify(full)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.add(child);
  const { port } = await heard<{ port: number }>(child);
  const costs = () => {
    const answer = heard<ServerCosts>(child);
    child.send('costs');
    return answer;
  };
  return { port, costs, stop: () => ended(child) };
}

const clients = spawn(process.execPath, [clientProgram], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
children.add(clients);

async function ask<D extends ClientOrder['do']>(
  order: ClientOrder & { do: D },
): Promise<ClientAnswer & { did: D }> {
  const answer = heard<ClientAnswer & { did: D }>(clients);
  clients.send(order);
  return answer;
}

function heard<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('a process of the benchmark ended'));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message as T);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  children.delete(child);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  return exited;
}

interface Written {
  propagationMs: number[];
  keptMs: number[];
  cpuMs: number;
  changes: number;
}

/** So many writers at so many equal processes, each with a copy of the library. */
async function runWriters(
  kind: ServerKind,
  { writers, processes }: { writers: number; processes: number },
): Promise<Written> {
  const servers: RunningServer[] = [];
  for (let index = 0; index < processes; index += 1) {
    const folder = join(work, `copy-${index}`);
    await rm(folder, { recursive: true, force: true });
    await cp(small.folder, folder, { recursive: true });
    servers.push(await startServer({ kind, folder, redisUrl: processes > 1 ? redis.url : null }));
  }
  const before = await Promise.all(servers.map(({ costs }) => costs()));
  const ports = servers.map(({ port }) => port);
  const answer = await ask({ do: 'write', ports, narratives: small.ids, writers, seconds });
  const after = await Promise.all(servers.map(({ costs }) => costs()));
  const cpuMs = after.reduce((sum, { cpuMs: spent }, index) => sum + spent - (before[index]?.cpuMs ?? 0), 0);
  for (const server of servers) await server.stop();
  return { ...answer, cpuMs };
}

async function besides(given: { writers: number; processes: number }): Promise<Record<ServerKind, Written>> {
  const runs: Record<ServerKind, Written> = { Dateline: nothing(), 'bare Hocuspocus': nothing() };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 === 0 ? kinds : [...kinds].reverse()) {
      process.stderr.write(`${given.writers} writers, ${given.processes} processes, ${kind} …\n`);
      const run = await runWriters(kind, given);
      runs[kind].propagationMs.push(...run.propagationMs);
      runs[kind].keptMs.push(...run.keptMs);
      runs[kind].cpuMs += run.cpuMs;
      runs[kind].changes += run.changes;
    }
  }
  return runs;
}

const nothing = (): Written => ({ propagationMs: [], keptMs: [], cpuMs: 0, changes: 0 });
const both = (values: readonly number[]) => `${ms(median(values))} / ${ms(p95(values))}`;

async function benchPropagation(processes: number): Promise<Table> {
  const rows: string[][] = [];
  for (const writers of short ? [10] : [10, 50, 200]) {
    const { Dateline: ours, 'bare Hocuspocus': bare } = await besides({ writers, processes });
    rows.push([
      String(writers),
      both(ours.propagationMs),
      both(bare.propagationMs),
      [median, p95].map((of) => ratio(of(ours.propagationMs) / of(bare.propagationMs))).join(' / '),
      both(ours.keptMs),
      `${ours.propagationMs.length} of ${ours.changes}; ${bare.propagationMs.length} of ${bare.changes}`,
      `${Math.round(ours.cpuMs)} / ${Math.round(bare.cpuMs)} ms`,
    ]);
  }
  const where = processes === 1 ? 'one process' : `${processes} processes with Redis`;
  return {
    title: `Writing together on ${where}`,
    note: [
      'From a key in one window to the change in another one, median / p95,',
      `over ${narrativeCount} narratives of 4 pages at ${seconds} s; each writer types 4 keys a second and asks each`,
      'second that they be kept. Bare Hocuspocus checks and stores nothing. Goal: at most 1.15 ×.',
    ].join(' '),
    head: [
      'writers',
      'Dateline',
      'bare Hocuspocus',
      'ratio',
      'kept after',
      'changes seen',
      'CPU of the servers',
    ],
    rows,
  };
}

async function benchGrowth(): Promise<Table> {
  const rows: string[][] = [];
  for (const processes of short ? [1, 2] : [1, 2, 3, 4]) {
    process.stderr.write(`growth: ${processes} processes …\n`);
    const run = await runWriters('Dateline', { writers: 80, processes });
    rows.push([
      String(processes),
      both(run.propagationMs),
      both(run.keptMs),
      `${(run.cpuMs / run.changes).toFixed(2)} ms`,
    ]);
  }
  return {
    title: 'From one process to four',
    note: [
      `80 writers over ${narrativeCount} narratives, two at each, spread over the processes, with Redis from two on.`,
      'Each process keeps a library of its own here, so each of them writes every change.',
    ].join(' '),
    head: ['processes', 'propagation', 'kept after', 'CPU of all servers for a change'],
    rows,
  };
}

async function benchSizes(): Promise<Table> {
  const rows: string[][] = [];
  for (const kind of kinds) {
    const big = await makeLibrary(`big-${kind === 'Dateline' ? 'ours' : 'bare'}`, { count: 6, pages: 100 });
    const first = await startServer({ kind, folder: big.folder, redisUrl: null });
    const cold = await ask({ do: 'join', port: first.port, narratives: big.ids });
    await first.stop();
    const many = await makeLibrary(`many-${kind === 'Dateline' ? 'ours' : 'bare'}`, { count: 40, pages: 10 });
    const second = await startServer({ kind, folder: many.folder, redisUrl: null });
    await ask({ do: 'join', port: second.port, narratives: many.ids.slice(0, 1) });
    const before = await second.costs();
    const held = ask({ do: 'write', ports: [second.port], narratives: many.ids, writers: 40, seconds: 1 });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const during = await second.costs();
    await held;
    await second.stop();
    rows.push([
      kind,
      ms(median(cold.joinMs)),
      `${((during.usedBytes - before.usedBytes) / many.ids.length / 1e6).toFixed(2)} MB`,
    ]);
  }
  return {
    title: 'Joining, and memory',
    note: [
      'From opening a socket to the whole text of a narrative of 100 pages, which the server has to read first,',
      'median of 6; heap and buffers for each open narrative of 10 pages with a writer and a reader, after a collection.',
    ].join(' '),
    head: ['server', 'join 100 pages', 'memory for an open narrative'],
    rows,
  };
}

async function startRedis(): Promise<{ url: string; stop: () => Promise<void> }> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => probe.close(resolve));
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', work];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.on('data', (text: Buffer) => text.includes('Ready to accept') && resolve());
  });
  return { url: `redis://127.0.0.1:${port}`, stop: () => ended(child) };
}

const small = await makeLibrary('small', { count: narrativeCount, pages: 4 });
const [loadBefore = 0] = loadavg();
const benches: Record<string, () => Promise<Table>> = {
  one: () => benchPropagation(1),
  two: () => benchPropagation(2),
  growth: benchGrowth,
  sizes: benchSizes,
};
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const tables: Table[] = [];
for (const [name, bench] of Object.entries(benches))
  if (only === undefined || only === name) tables.push(await bench());
const made = [
  `Made by \`npm run bench:team\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores,`,
  `Node ${process.versions.node}; load of the machine before: ${loadBefore.toFixed(1)}.`,
  'Servers and windows share its cores.',
].join(' ');
process.stdout.write(`${made}\n\n${tables.map(renderTable).join('\n')}\n`);
for (const child of children) await ended(child);
await redis.stop();
await rm(work, { recursive: true, force: true });
