import type { FastifyInstance, FastifyRequest } from 'fastify';
import { toDatelineError } from '../../core/api/errors';
import { jsonOrNull } from '../../core/json/jsonOrNull';
import type { Role } from '../../core/team/role';
import type { Gate } from '../../host/team/gate';
import { refusedPage } from './joinPage';
import { cookieNameOf, cookieOptions, sessionSeconds } from './senders';
import { notVouchedFor, type SignIn, type SignInSecrets, signInSecretsSchema } from './signIn';

/** What a browser holds between leaving for the company's sign-in and coming back. */
const secretsCookie = 'dateline-sign-in';
const secretsSeconds = 600;

export interface SignInRoutesOptions {
  gate: Gate;
  originOf: () => string;
  signIn: SignIn;
  /** What newcomers may do in the whole team; null until an owner gives them a role. */
  newcomerRole: Role | null;
}

/** Sign-in by the company, for those who have no invitation or whose session is over. */
export function addSignInRoutes(app: FastifyInstance, options: SignInRoutesOptions): void {
  const { gate, originOf, signIn, newcomerRole } = options;
  const backTo = () => `${originOf()}/sign-in/done`;
  const forSecrets = (seconds: number) => ({ ...cookieOptions(originOf(), seconds), path: '/sign-in' });

  app.get('/sign-in', async (_request, reply) => {
    try {
      const { url, secrets } = await signIn.begin(backTo());
      reply.setCookie(secretsCookie, toText(secrets), forSecrets(secretsSeconds));
      return reply.redirect(url, 303);
    } catch (thrown) {
      return reply.code(503).type('text/html; charset=utf-8').send(refused(thrown));
    }
  });

  app.get('/sign-in/done', async (request, reply) => {
    reply.setCookie(secretsCookie, '', forSecrets(0));
    try {
      const cameTo = new URL(request.url, originOf());
      const { subject, name } = await signIn.finish(cameTo, secretsOf(request));
      const device = (request.headers['user-agent'] ?? '').slice(0, 200);
      const who = { name, device, known: request.caller, newcomerRole };
      const { sessionToken } = await gate.team.signInAs(subject, who);
      const options = cookieOptions(originOf(), sessionSeconds);
      reply.setCookie(cookieNameOf(originOf()), sessionToken, options);
      return reply.redirect('/', 303);
    } catch (thrown) {
      return reply.code(403).type('text/html; charset=utf-8').send(refused(thrown));
    }
  });
}

const refused = (thrown: unknown): string => refusedPage('You are not signed in', toDatelineError(thrown));

const toText = (secrets: SignInSecrets): string => Buffer.from(JSON.stringify(secrets)).toString('base64url');

function secretsOf(request: FastifyRequest): SignInSecrets {
  const text = Buffer.from(request.cookies[secretsCookie] ?? '', 'base64url').toString('utf8');
  const secrets = signInSecretsSchema.safeParse(jsonOrNull(text));
  if (!secrets.success) throw notVouchedFor();
  return secrets.data;
}
