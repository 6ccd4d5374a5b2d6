import { z } from 'zod';
import { roleSchema } from '../core/team/role';
import { SignIn } from '../server/team/signIn';
import type { TeamServerOptions } from '../server/team/teamServer';
import type { Surroundings } from './surroundings';
import { UsageError } from './usageError';

const environmentSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DATELINE_METRICS_TOKEN: z.string().min(16).max(200).optional(),
  DATELINE_OIDC_ISSUER: z.url().refine(isSafeIssuer).optional(),
  DATELINE_OIDC_CLIENT_ID: z.string().min(1).max(300).optional(),
  DATELINE_OIDC_CLIENT_SECRET: z.string().min(1).max(1000).optional(),
  DATELINE_OIDC_ROLE: roleSchema.exclude(['owner']).optional(),
});

/** Without TLS an answer could be forged, except by nobody on this machine itself. */
function isSafeIssuer(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
}

const wanted: Record<keyof z.infer<typeof environmentSchema>, string> = {
  DATABASE_URL: 'DATABASE_URL is an address such as postgres://dateline@localhost/dateline.',
  REDIS_URL: 'REDIS_URL is an address such as redis://localhost:6379.',
  DATELINE_METRICS_TOKEN: 'DATELINE_METRICS_TOKEN has at least 16 characters.',
  DATELINE_OIDC_ISSUER: 'DATELINE_OIDC_ISSUER is an address with https, such as https://login.example.',
  DATELINE_OIDC_CLIENT_ID: 'DATELINE_OIDC_CLIENT_ID is the name under which your sign-in knows this server.',
  DATELINE_OIDC_CLIENT_SECRET: 'DATELINE_OIDC_CLIENT_SECRET is at most 1,000 characters long.',
  DATELINE_OIDC_ROLE: 'DATELINE_OIDC_ROLE is coauthor, reviewer or reader.',
};

/** What a team's server is told by its environment, where what it runs on is usually written down. */
export interface TeamEnvironment {
  /** Where the library is kept instead of a folder, for any number of processes. */
  database: { databaseUrl?: string };
  redisUrl: { redisUrl?: string };
  /** Without one there are no metrics. */
  metricsToken: string | null;
  signIn: TeamServerOptions['signIn'];
}

/** Throws a `UsageError` that names the variable; its value is not repeated, as it may hold a password. */
export function readTeamEnvironment(environment: Surroundings['environment']): TeamEnvironment {
  const parsed = environmentSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    const [name] = parsed.error.issues[0]?.path ?? [];
    throw new UsageError(wanted[name as keyof typeof wanted]);
  }
  const { DATABASE_URL, REDIS_URL, DATELINE_METRICS_TOKEN } = parsed.data;
  return {
    database: DATABASE_URL === undefined ? {} : { databaseUrl: DATABASE_URL },
    redisUrl: REDIS_URL === undefined ? {} : { redisUrl: REDIS_URL },
    metricsToken: DATELINE_METRICS_TOKEN ?? null,
    signIn: signInOf(parsed.data),
  };
}

function signInOf(environment: z.infer<typeof environmentSchema>): TeamServerOptions['signIn'] {
  const { DATELINE_OIDC_ISSUER: issuer, DATELINE_OIDC_CLIENT_ID: clientId } = environment;
  if (issuer === undefined && clientId === undefined) return null;
  if (issuer === undefined || clientId === undefined)
    throw new UsageError('DATELINE_OIDC_ISSUER and DATELINE_OIDC_CLIENT_ID go together.');
  const clientSecret = environment.DATELINE_OIDC_CLIENT_SECRET ?? null;
  return {
    signIn: new SignIn({ issuer, clientId, clientSecret }),
    newcomerRole: environment.DATELINE_OIDC_ROLE ?? null,
  };
}

/** Compose files and units set what is not wanted to nothing. */
const withoutEmpty = (environment: Surroundings['environment']) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
