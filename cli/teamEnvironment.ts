import { z } from 'zod';
import type { Surroundings } from './surroundings';
import { UsageError } from './usageError';

const environmentSchema = z.object({
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DATELINE_METRICS_TOKEN: z.string().min(16).max(200).optional(),
});

const wanted: Record<keyof z.infer<typeof environmentSchema>, string> = {
  REDIS_URL: 'REDIS_URL is an address such as redis://localhost:6379.',
  DATELINE_METRICS_TOKEN: 'DATELINE_METRICS_TOKEN has at least 16 characters.',
};

/** What a team's server is told by its environment, where what it runs on is usually written down. */
export interface TeamEnvironment {
  redisUrl: { redisUrl?: string };
  /** Without one there are no metrics. */
  metricsToken: string | null;
}

/** Throws a `UsageError` that names the variable; its value is not repeated, as it may hold a password. */
export function readTeamEnvironment(environment: Surroundings['environment']): TeamEnvironment {
  const parsed = environmentSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    const [name] = parsed.error.issues[0]?.path ?? [];
    throw new UsageError(wanted[name as keyof typeof wanted]);
  }
  const { REDIS_URL, DATELINE_METRICS_TOKEN } = parsed.data;
  return {
    redisUrl: REDIS_URL === undefined ? {} : { redisUrl: REDIS_URL },
    metricsToken: DATELINE_METRICS_TOKEN ?? null,
  };
}

/** Compose files and units set what is not wanted to nothing. */
const withoutEmpty = (environment: Surroundings['environment']) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
