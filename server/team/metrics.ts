import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LiveLine, LiveNumbers } from './live/liveLine';

export interface MetricsOptions {
  live: LiveLine;
  /** What a collector sends as `Authorization: Bearer`; without one there are no metrics. */
  metricsToken: string | null;
}

/** `/metrics` in the text format of Prometheus. Nothing in it tells of a narrative or of a person. */
export function addMetrics(app: FastifyInstance, { live, metricsToken }: MetricsOptions): void {
  if (metricsToken === null) return;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addLiveGauges(registry, live);
  const seconds = new Histogram({
    name: 'dateline_request_seconds',
    help: 'Time to answer a request, in seconds.',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { route: request.routeOptions.url ?? 'none', status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (request, reply) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`))
      return reply.code(401).send({ ok: false });
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

const gauges: Partial<Record<keyof LiveNumbers, string>> = {
  sockets: 'Open sockets of the live line.',
  narratives: 'Narratives that are open now.',
  seats: 'Windows at narratives.',
  behind: 'Narratives with changes that are not durable yet.',
};
const counters: Partial<Record<keyof LiveNumbers, string>> = {
  writes: 'Times that changes of a narrative were made durable.',
  failedWrites: 'Times that this failed; it is tried again.',
  refusedChanges: 'Changes that were turned away.',
};

function addLiveGauges(registry: Registry, live: LiveLine): void {
  for (const [key, help] of Object.entries(gauges) as [keyof LiveNumbers, string][]) {
    new Gauge({
      name: `dateline_live_${key}`,
      help,
      registers: [registry],
      collect() {
        this.set(live.numbers()[key]);
      },
    });
  }
  for (const [key, help] of Object.entries(counters) as [keyof LiveNumbers, string][]) {
    new Counter({
      name: `dateline_live_${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_total`,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(live.numbers()[key]);
      },
    });
  }
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
